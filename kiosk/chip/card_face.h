// The picture of the face on a chip (DG2, Doc 9303-10 section 4.7.2): finds it, decodes nothing.
#pragma once

#include <optional>

#include "kiosk/core/image.h"

namespace motlan {

/// The first picture of the file, JPEG or JPEG 2000, from its ISO/IEC 19794-5 record.
/// Nothing when the file is built in a way that we do not know.
[[nodiscard]] std::optional<EncodedPicture> face_of(ByteView file);

}  // namespace motlan
