#include "kiosk/imaging/png_picture.h"

#include <png.h>

#include "kiosk/imaging/colour.h"

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

    // Grey or colour, on white where it is transparent.
    bool read_into(Image& image) {
        image_.format = image.format == PixelFormat::Grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
        const png_color white{.red = 255, .green = 255, .blue = 255};
        return png_image_finish_read(&image_, &white, image.pixels.data(), 0, nullptr) != 0;
    }

private:
    png_image image_{};
    bool began_ = false;
};

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
    const auto format = wanted == PixelFormat::Grey ? PixelFormat::Grey : PixelFormat::Rgb;
    Image image(size->width, size->height, format);
    if (!reader.read_into(image)) return fail(Fault::PictureUnreadable);
    if (format == wanted) return image;
    return converted(image.view(), wanted);
}

}  // namespace motlan
