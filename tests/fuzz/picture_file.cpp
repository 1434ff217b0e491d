// Any bytes as a picture file: refused, or decoded to as many pixels as its size says.
#include "kiosk/imaging/picture_file.h"

#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto picture = picture_of_file(Bytes(bytes, bytes + size));
    if (!picture) return 0;
    const auto said = size_of(view_of(*picture));
    // Large pictures cost seconds under a sanitizer and find nothing that small ones do not.
    if (!said || said->width > 2000 || said->height > 2000) return 0;
    const auto grey = decode_picture(view_of(*picture), {.damage = Damage::Accept});
    if (grey) expects(grey->width == said->width && grey->height == said->height);
    const auto small =
        decode_picture(view_of(*picture),
                       {.format = PixelFormat::Rgba, .damage = Damage::Accept, .least_width = 16});
    if (small) expects(small->width >= 16 || small->width == said->width);
    // As a page is decoded: whole or not at all.
    const auto page = decode_picture(view_of(*picture), {.format = PixelFormat::Rgb});
    if (page) expects(page->width == said->width && page->height == said->height);
    return 0;
}
