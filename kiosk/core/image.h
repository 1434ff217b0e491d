// Pixels in memory: an owner and a borrowed view. No codec, no drawing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "kiosk/core/bytes.h"

namespace motlan {

/// Bytes per pixel is the value.
enum class PixelFormat : std::uint8_t { Grey = 1, Rgb = 3, Rgba = 4 };

[[nodiscard]] constexpr std::size_t bytes_per_pixel(PixelFormat format) {
    return static_cast<std::size_t>(format);
}

/// Borrowed pixels, rows top to bottom without padding.
struct ImageView {
    int width = 0;
    int height = 0;
    PixelFormat format = PixelFormat::Grey;
    ByteView pixels;

    [[nodiscard]] std::size_t stride() const {
        return static_cast<std::size_t>(width) * bytes_per_pixel(format);
    }
    [[nodiscard]] ByteView row(int y) const {
        return pixels.subspan(static_cast<std::size_t>(y) * stride(), stride());
    }
};

/// Owned pixels, rows top to bottom without padding.
struct Image {
    int width = 0;
    int height = 0;
    PixelFormat format = PixelFormat::Grey;
    Bytes pixels;

    Image() = default;
    /// A black picture; width and height are in pixels and not negative.
    Image(int wide, int high, PixelFormat pixel_format)
        : width(wide),
          height(high),
          format(pixel_format),
          pixels(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high) *
                 bytes_per_pixel(pixel_format)) {}

    [[nodiscard]] ImageView view() const { return {width, height, format, pixels}; }
};

/// A finished picture that nobody changes any more. Shared because the State shows it while the
/// renderer may still hold it as a texture.
using Picture = std::shared_ptr<const Image>;

/// How the bytes of a picture from outside are packed.
enum class PictureCoding : std::uint8_t { Jpeg, Png, Jpeg2000, RawGrey, RawRgb, RawYuyv };

/// A picture as a camera, a scanner or a file hands it over: untrusted and not yet decoded.
/// Width and height (pixels) and resolution (dots per inch) are needed for raw codings only.
struct EncodedPicture {
    PictureCoding coding = PictureCoding::Jpeg;
    int width = 0;
    int height = 0;
    int dpi = 0;
    Bytes bytes;
};

}  // namespace motlan
