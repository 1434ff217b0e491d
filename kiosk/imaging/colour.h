// Between grey, colour and colour with opacity.
#pragma once

#include <array>
#include <cstdint>

#include "kiosk/core/image.h"

namespace motlan {

using RgbPixel = std::array<std::uint8_t, 3>;

/// Full-range YCbCr as cameras and JPEG use it (ITU-T T.871, section 7).
[[nodiscard]] RgbPixel rgb_of(int luma, int blue, int red);

/// Brightness by ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue.
[[nodiscard]] constexpr std::uint8_t luma_of(const RgbPixel& rgb) {
    return static_cast<std::uint8_t>((306 * rgb[0] + 601 * rgb[1] + 117 * rgb[2] + 512) >> 10);
}

/// The picture in the wanted format, opaque.
[[nodiscard]] Image converted(const ImageView& image, PixelFormat wanted);

}  // namespace motlan
