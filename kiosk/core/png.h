// PNG out: pictures of screens, slips and test cards. Reading PNG from outside is imaging's work.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"

namespace motlan {

/// The picture as a PNG file. Fast compression; equal input gives equal bytes.
[[nodiscard]] Bytes encode_png(const ImageView& image);

}  // namespace motlan
