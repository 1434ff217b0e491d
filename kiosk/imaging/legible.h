// What of a page's ink is worth reading: all but round stamps, whose ring cuts through the lines.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/imaging/bit_mask.h"
#include "kiosk/imaging/ink_masks.h"

namespace motlan {

/// Print and coloured ink of a page in one mask, without its stamps: groups of coloured ink of 20
/// to 60 mm, about as wide as high. A stamp is 36 mm wide by Decree 99/2016/NĐ-CP's forms at
/// most 50.
[[nodiscard]] BitMask legible_ink(const InkMasks& ink, int dpi);

/// The mask as bytes on their way between processes: rows of whole bytes, the leftmost pixel in
/// the highest bit.
[[nodiscard]] Bytes bits_of(const BitMask& mask);

}  // namespace motlan
