#include "kiosk/core/png.h"

#include <png.h>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

int color_type_of(PixelFormat format) {
    switch (format) {
        case PixelFormat::Grey: return PNG_COLOR_TYPE_GRAY;
        case PixelFormat::Rgb: return PNG_COLOR_TYPE_RGB;
        case PixelFormat::Rgba: return PNG_COLOR_TYPE_RGB_ALPHA;
    }
    return PNG_COLOR_TYPE_GRAY;
}

void append(png_structp png, png_bytep bytes, png_size_t count) {
    auto* out = static_cast<Bytes*>(png_get_io_ptr(png));
    out->insert(out->end(), bytes, bytes + count);
}

void flush(png_structp) {}

}  // namespace

Bytes encode_png(const ImageView& image) {
    Bytes out;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop header = png_create_info_struct(png);
    expects(png != nullptr && header != nullptr);
    png_set_write_fn(png, &out, append, flush);
    png_set_compression_level(png, 1);
    png_set_IHDR(png, header, static_cast<png_uint_32>(image.width),
                 static_cast<png_uint_32>(image.height), 8, color_type_of(image.format),
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, header);
    for (int y = 0; y < image.height; ++y) png_write_row(png, image.row(y).data());
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &header);
    return out;
}

}  // namespace motlan
