// The citizen owns the clock: no screen ends without a warning that one touch takes away (ux 2.2).
#pragma once

#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Called on each tick: asks "still there?" when nothing was touched for the screen's patience,
/// and ends the visit when that question stays unanswered.
void watch_idle(State& state, std::vector<Effect>& effects, const Office& office);

}  // namespace motlan
