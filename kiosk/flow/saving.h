// Putting a visit away and laying it back (ux X05, X08): what is saved of it, and how that comes
// back into the same visit as any other.
#pragma once

#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Whether the citizen has answered, scanned, disputed or begun anything.
[[nodiscard]] bool has_made_anything(const Visit& visit);

/// Whether leaving this screen would lose something that can be saved for later: from the consent
/// on, what was said, scanned or begun; and where a source is down, the way so far. What an officer
/// has asked for afterwards is asked for again, and is not saved.
[[nodiscard]] bool can_be_saved(const Screen& screen);

/// Whether a source that was asked has not answered: coming back later may spare a question.
[[nodiscard]] bool is_source_down(const Visit& visit);

/// What the citizen has made in the visit, with previews still as pictures.
[[nodiscard]] SavedWork work_of(const Visit& visit, const std::vector<HelpRecord>& helped);

/// Lays what was saved earlier back into the visit, as far as it is about the same person and the
/// procedure still asks for it like that; what does not fit is asked anew.
void lay_back(Visit& visit);

/// Whether the event is thereby done: the citizen wishes to save.
[[nodiscard]] bool take_saving_event(State& state, std::vector<Effect>& effects,
                                     const Office& office, const Event& event);

}  // namespace motlan
