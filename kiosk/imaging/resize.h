// Larger and smaller pictures.
#pragma once

#include "kiosk/core/image.h"

namespace motlan {

/// Twice as wide and high by cubic interpolation (a = -0.75). Grey only.
[[nodiscard]] Image enlarged_twice(const ImageView& grey);

/// Half as wide and high, each new pixel the mean of four; a last odd row or column is left out.
/// Grey only, at least 2 by 2 pixels.
[[nodiscard]] Image halved(const ImageView& grey);

/// Shrunk to fit within the given size, each new pixel the mean of those that it covers.
/// A picture that fits already is copied.
[[nodiscard]] Image shrunk_to_fit(const ImageView& image, int width, int height);

/// A rectangle of the picture, cut to its bounds. Grey only.
struct Box {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    bool operator==(const Box&) const = default;
};
[[nodiscard]] Image cropped(const ImageView& grey, const Box& box);

}  // namespace motlan
