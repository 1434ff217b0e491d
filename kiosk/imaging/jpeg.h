// JPEG in and out. The only file that knows libjpeg-turbo; called by picture_file and page_file.
#pragma once

#include <cstdint>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {

/// Size from the header. Fails with Fault::PictureUnreadable or Fault::PictureTooLarge.
[[nodiscard]] Result<PictureSize> jpeg_size(ByteView bytes);

/// The pixels. Fails like jpeg_size(); a picture of which a part is missing or damaged
/// is Fault::PictureUnreadable unless the damage is accepted.
[[nodiscard]] Result<Image> decode_jpeg(ByteView bytes, const DecodeAs& how);

/// Whether the picture is grey; false when it is no JPEG.
[[nodiscard]] bool is_grey_jpeg(ByteView bytes);

/// How a JPEG is laid out: from top to bottom, or from coarse to fine, which takes longer and
/// leaves even areas almost no bytes.
enum class JpegLayout : std::uint8_t { Baseline, Progressive };

/// A JPEG of a grey or colour picture, quality 1 to 100; equal input gives equal bytes. Fails
/// with Fault::PictureUnreadable when the picture is empty.
[[nodiscard]] Result<Bytes> encode_jpeg(const ImageView& image, int quality,
                                        JpegLayout layout = JpegLayout::Baseline);

}  // namespace motlan
