// What a document camera looks for by itself: a paper that is to be laid, and one that was left.
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// After each event; `screen_before` is the index of the screen that the event met.
void watch_desk(State& state, std::size_t screen_before, std::vector<Effect>& effects,
                const Office& office);

}  // namespace motlan
