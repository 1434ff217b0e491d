// The steps of darkness on a technician's slip: a worn or cold head prints the fainter ones no
// more.
#pragma once

#include <array>

#include "kiosk/core/image.h"
#include "kiosk/ui/geometry.h"

namespace motlan {

/// How many of 16 dots each step has, the faintest first. Whole dots, since a slip has no greys.
inline constexpr std::array<int, 5> kInkSteps{4, 6, 8, 12, 16};

/// Leaves so many of 16 dots of a grey picture's ink in that place, spread evenly.
void thin_ink(Image& paper, const Rect& place, int kept);

}  // namespace motlan
