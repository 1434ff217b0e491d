// What is asked before an event is taken: whose data this is, where it may be somebody else's, and
// whether an answer is right, where all is made easy.
#pragma once

#include "kiosk/flow/event.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Lays the question over the screen. True when the event is thereby done: whoever confirms data
/// that are another person's by a source's word, or says that their own name, birth date or number
/// is not theirs, goes no further (ux 5.4). Where it is filed for somebody else there is no card to
/// compare with.
[[nodiscard]] bool ask_first(State& state, const Event& event);

}  // namespace motlan
