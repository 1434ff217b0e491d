// Levels of a grey picture between its pixels.
#pragma once

#include <algorithm>

#include "kiosk/core/image.h"

namespace motlan {

/// The level at a place in pixels, where (0, 0) is the middle of the first pixel, by linear
/// interpolation; beyond the picture its border goes on. The picture is not empty.
[[nodiscard]] inline float level_between(const ImageView& grey, double x, double y) {
    const auto across = static_cast<float>(std::clamp(x, 0.0, grey.width - 1.001));
    const auto down = static_cast<float>(std::clamp(y, 0.0, grey.height - 1.001));
    const int left = static_cast<int>(across);
    const int top = static_cast<int>(down);
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
