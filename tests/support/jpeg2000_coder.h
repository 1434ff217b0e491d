// Codes pictures as JPEG 2000, for tests of what reads it.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"

namespace motlan::testing {

/// A JP2 file of a colour picture, a tenth of its pixels' size, losing some of them.
[[nodiscard]] Bytes encode_jpeg2000(const ImageView& picture);

}  // namespace motlan::testing
