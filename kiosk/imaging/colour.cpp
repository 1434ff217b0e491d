#include "kiosk/imaging/colour.h"

#include <algorithm>

namespace motlan {
namespace {

std::uint8_t clamped(int value) { return static_cast<std::uint8_t>(std::clamp(value, 0, 255)); }

RgbPixel pixel_at(const std::uint8_t* at, PixelFormat format) {
    if (format == PixelFormat::Grey) return {at[0], at[0], at[0]};
    return {at[0], at[1], at[2]};
}

}  // namespace

RgbPixel rgb_of(int luma, int blue, int red) {
    const int cb = blue - 128;
    const int cr = red - 128;
    // 1.402, 0.344136, 0.714136 and 1.772 in 16-bit fixed point.
    return {clamped(luma + ((91'881 * cr) >> 16)),
            clamped(luma - ((22'554 * cb + 46'802 * cr) >> 16)),
            clamped(luma + ((116'130 * cb) >> 16))};
}

Image converted(const ImageView& image, PixelFormat wanted) {
    Image out(image.width, image.height, wanted);
    const std::size_t from = bytes_per_pixel(image.format);
    const std::size_t to = bytes_per_pixel(wanted);
    const std::size_t count = out.pixels.size() / to;
    for (std::size_t i = 0; i < count; ++i) {
        const RgbPixel rgb = pixel_at(&image.pixels[i * from], image.format);
        std::uint8_t* at = &out.pixels[i * to];
        if (wanted == PixelFormat::Grey) {
            *at = image.format == PixelFormat::Grey ? rgb[0] : luma_of(rgb);
            continue;
        }
        std::ranges::copy(rgb, at);
        if (wanted == PixelFormat::Rgba) at[3] = 255;
    }
    return out;
}

}  // namespace motlan
