// How pictures travel in messages: sizes and names in the body, bytes in a block of memory.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {

/// {"coding","width","height","dpi","bytes"} of an encoded picture.
[[nodiscard]] Tree::Table words_of(const EncodedView& picture);

/// The picture that such a table describes, its bytes in `block`. Fails with
/// Fault::MessageMalformed when the words do not fit the block.
[[nodiscard]] Result<EncodedView> picture_of(const Tree& words, ByteView block);

/// {"width","height"} of pixels in RGBA.
[[nodiscard]] Tree::Table words_of(const Image& image);

/// The pixels that such a table describes. Fails with Fault::MessageMalformed.
[[nodiscard]] Result<Image> image_of(const Tree& words, ByteView block);

}  // namespace motlan
