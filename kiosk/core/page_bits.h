// A page in black and white on its way between processes: rows of whole bytes, the leftmost pixel
// in the highest bit.
#pragma once

#include "kiosk/core/bytes.h"

namespace motlan {

/// The page after a quarter turn clockwise; `width` and `height` are those before, in pixels.
/// Nothing when the bytes are not as many as that takes.
[[nodiscard]] Bytes turned_bits(ByteView bits, int width, int height);

}  // namespace motlan
