// Where the edge of a letter runs through the middle of a pixel, ink is as true as paper: there it
// becomes what lets the edge run on smoothly, which takes a page three tenths less.
#pragma once

#include "kiosk/imaging/bit_mask.h"

namespace motlan {

/// The ink with no pixel changed but doubtful ones, and of those none whose change would join or
/// part strokes, or make one appear, vanish or close, nor shorten one that is all in doubt: letters
/// keep their shapes. What is smooth is learnt from the page itself, as the coder of the ink
/// (encode_jbig2) learns it.
[[nodiscard]] BitMask with_settled_edges(const BitMask& ink, const BitMask& doubtful);

}  // namespace motlan
