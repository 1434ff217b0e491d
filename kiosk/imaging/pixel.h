// Levels of a grey picture between its pixels.
#pragma once

#include <algorithm>

#include "kiosk/core/image.h"

namespace motlan {

/// The level at a place in pixels, where (0, 0) is the middle of the first pixel, by linear
/// interpolation; beyond the picture its border goes on. The picture has at least 2 by 2 pixels.
[[nodiscard]] inline float level_between(const ImageView& grey, double x, double y) {
    // In this order what is not a number becomes 0.
    const auto across = static_cast<float>(std::max(0.0, std::min(x, grey.width - 1.0)));
    const auto down = static_cast<float>(std::max(0.0, std::min(y, grey.height - 1.0)));
    // The last pixel has no neighbour, and is the neighbour of the one before it.
    const int left = std::min(static_cast<int>(across), grey.width - 2);
    const int top = std::min(static_cast<int>(down), grey.height - 2);
    const auto wide = static_cast<std::size_t>(grey.width);
    const std::uint8_t* at =
        grey.pixels.data() + static_cast<std::size_t>(top) * wide + static_cast<std::size_t>(left);
    const float right = across - static_cast<float>(left);
    const float below = down - static_cast<float>(top);
    const float upper = float(at[0]) + right * (float(at[1]) - float(at[0]));
    const float lower = float(at[wide]) + right * (float(at[wide + 1]) - float(at[wide]));
    return upper + below * (lower - upper);
}

}  // namespace motlan
