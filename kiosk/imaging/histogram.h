// How many pixels of a grey picture have each level.
#pragma once

#include <array>
#include <cstdint>

#include "kiosk/imaging/resize.h"

namespace motlan {

using Histogram = std::array<std::int64_t, 256>;

/// Of the pixels in the box, which lies inside the picture.
[[nodiscard]] Histogram histogram_of(const ImageView& grey, const Box& box);
/// Of all pixels.
[[nodiscard]] Histogram histogram_of(const ImageView& grey);

/// The level that this share of the pixels, from 0 to 1, does not exceed.
[[nodiscard]] int level_at(const Histogram& bins, double share);

}  // namespace motlan
