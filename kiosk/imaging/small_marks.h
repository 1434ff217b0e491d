// The dots, accents and hooks of letters, by which words differ.
#pragma once

#include <vector>

#include "kiosk/imaging/bit_mask.h"
#include "kiosk/imaging/resize.h"

namespace motlan {

/// The boxes around all ink that hangs together, at sides or corners, and is less than 16 pixels
/// high and 32 wide: at 300 dpi the marks of letters of up to 14 points, but no letter of 8.
[[nodiscard]] std::vector<Box> small_marks(const BitMask& ink);

}  // namespace motlan
