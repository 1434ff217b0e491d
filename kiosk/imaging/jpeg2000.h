// JPEG 2000, in which a card's chip holds its face, and some scanning programs their pages. The
// only file that knows OpenJPEG; called by picture_file.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {

/// Whether it begins as a file (JP2) or a bare codestream of JPEG 2000 does.
[[nodiscard]] bool is_jpeg2000(ByteView bytes);

/// Size from the header. Fails with Fault::PictureUnreadable, or PictureTooLarge beyond nine
/// million pixels, 64 tiles or three colours: this coding is slow and hungry.
[[nodiscard]] Result<PictureSize> jpeg2000_size(ByteView bytes);

/// The pixels, all of them or none. Fails like jpeg2000_size().
[[nodiscard]] Result<Image> decode_jpeg2000(ByteView bytes, PixelFormat format);

}  // namespace motlan
