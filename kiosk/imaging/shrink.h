// Smaller pictures of any size.
#pragma once

#include "kiosk/core/image.h"

namespace motlan {

/// The picture in so many pixels, at least one by one, each the mean of the part that it covers.
[[nodiscard]] Image shrunk(const ImageView& picture, int width, int height);

/// The same with both sides this many times as long.
[[nodiscard]] Image shrunk(const ImageView& picture, double scale);

}  // namespace motlan
