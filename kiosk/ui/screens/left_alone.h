// A welcome that nobody looks at for long stands where no pixel burns in: it is darker, and another
// way off the middle every ten minutes. ux C01 moves it every minute; the whole screen is drawn
// anew for a move, and between two nothing is.
#pragma once

#include "kiosk/flow/state.h"
#include "kiosk/ui/geometry.h"

namespace motlan {

/// Nobody has touched a screen of no visit for ten minutes, and nothing is laid over it.
[[nodiscard]] bool is_left_alone(const State& state);

/// The place of the picture at that time: within the screen, at most twice `step` off any edge.
[[nodiscard]] Rect wandered(const Rect& screen, int step, WallTime now);

}  // namespace motlan
