// PNG in, from outside. Writing PNG is core's work.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {

/// Size from the header. Fails with Fault::PictureUnreadable or Fault::PictureTooLarge.
[[nodiscard]] Result<PictureSize> png_size(ByteView bytes);

/// The pixels, on white where they are transparent. Fails like png_size().
[[nodiscard]] Result<Image> decode_png(ByteView bytes, PixelFormat wanted);

}  // namespace motlan
