// What of a page's ink is worth reading: all but round stamps, whose ring cuts through the lines.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/imaging/bit_mask.h"
#include "kiosk/imaging/ink_masks.h"

namespace motlan {

/// Print and coloured ink of a page in one mask, without its stamps and the signatures across
/// them: groups of coloured ink at least 20 mm wide and high, at most 60 mm high and 90 mm wide. A
/// stamp is 36 mm wide, by Decree 99/2016/NĐ-CP's forms at most 50. A page of less than 250 dpi
/// keeps the hairlines of its letters.
[[nodiscard]] BitMask legible_ink(const InkMasks& ink, int dpi);

/// The mask as bytes on their way between processes: rows of whole bytes, the leftmost pixel in
/// the highest bit.
[[nodiscard]] Bytes bits_of(const BitMask& mask);

}  // namespace motlan
