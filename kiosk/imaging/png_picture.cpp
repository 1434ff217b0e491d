#include "kiosk/imaging/png_picture.h"

#include <png.h>

namespace motlan {
namespace {

// Owns libpng's reader. Its simplified interface answers with a status instead of jumping.
class Reader {
public:
    explicit Reader(ByteView bytes) {
        image_.version = PNG_IMAGE_VERSION;
        began_ = png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()) != 0;
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { png_image_free(&image_); }

    [[nodiscard]] Result<PictureSize> size() const {
        if (!began_) return fail(Fault::PictureUnreadable);
        return checked_size(image_.width, image_.height);
    }

    bool read_into(Image& image) {
        image_.format = library_format(image.format);
        const png_color white{.red = 255, .green = 255, .blue = 255};
        return png_image_finish_read(&image_, &white, image.pixels.data(), 0, nullptr) != 0;
    }

private:
    static png_uint_32 library_format(PixelFormat format) {
        switch (format) {
            case PixelFormat::Grey: return PNG_FORMAT_GRAY;
            case PixelFormat::Rgb: return PNG_FORMAT_RGB;
            case PixelFormat::Rgba: return PNG_FORMAT_RGB;
        }
        return PNG_FORMAT_GRAY;
    }

    png_image image_{};
    bool began_ = false;
};

// Spreads three bytes a pixel to four, in place, from the end.
void add_opacity(Image& image) {
    const std::size_t count = image.pixels.size() / 4;
    for (std::size_t at = count; at-- > 0;) {
        const std::uint8_t red = image.pixels[at * 3];
        const std::uint8_t green = image.pixels[at * 3 + 1];
        const std::uint8_t blue = image.pixels[at * 3 + 2];
        image.pixels[at * 4] = red;
        image.pixels[at * 4 + 1] = green;
        image.pixels[at * 4 + 2] = blue;
        image.pixels[at * 4 + 3] = 255;
    }
}

}  // namespace

Result<PictureSize> png_size(ByteView bytes) {
    if (bytes.empty()) return fail(Fault::PictureUnreadable);
    return Reader(bytes).size();
}

Result<Image> decode_png(ByteView bytes, PixelFormat wanted) {
    if (bytes.empty()) return fail(Fault::PictureUnreadable);
    Reader reader(bytes);
    const auto size = reader.size();
    if (!size) return fail(size.error());
    Image image(size->width, size->height, wanted);
    if (!reader.read_into(image)) return fail(Fault::PictureUnreadable);
    if (wanted == PixelFormat::Rgba) add_opacity(image);
    return image;
}

}  // namespace motlan
