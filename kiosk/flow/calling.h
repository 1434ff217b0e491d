// A call for help as a part of the state: open from the citizen's touch until somebody is there or
// the citizen goes on alone.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/domain/call.h"
#include "kiosk/flow/effect.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Where in a visit that screen is.
[[nodiscard]] CallStep call_step(const Screen& screen);

/// The call that waits for staff; empty when nobody has called.
[[nodiscard]] std::optional<HelpCall> open_call(const State& state);

/// Somebody is on the way: the citizen is told.
void note_answered(State& state);

/// After each event: tells the province when a call was opened, has changed or is over.
void watch_call(const State& state, const std::optional<HelpCall>& before,
                std::vector<Effect>& effects);

}  // namespace motlan
