// A page's layers on their way between our processes: one run of bytes, kLayers.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/page_layers.h"

namespace motlan {

/// "MLLP", width, height, dpi and the lengths of the four layers as big-endian words of four
/// bytes, then the layers in the order of PageLayers.
[[nodiscard]] Bytes pack_layers(const PageLayers& layers);

/// What pack_layers() has packed. Fails with Fault::PictureUnreadable when the bytes are none, or a
/// layer has another size than the page says; with Fault::PictureTooLarge beyond kPixelLimit.
[[nodiscard]] Result<PageLayers> unpack_layers(ByteView bytes);

}  // namespace motlan
