// A drawing as strokes on a grid of 24 units, turned into a mask of any size with soft edges.
// M move, L line, C curve, Z close, O circle, D disc, F fill what was drawn since the last move.
#pragma once

#include <string_view>

#include "kiosk/ui/typeface.h"

namespace motlan {

/// The mask of a path, `side` pixels wide and high; strokes have round ends and are `thick` units.
[[nodiscard]] Mask path_mask(std::string_view path, int side, double thick = 2.1);

}  // namespace motlan
