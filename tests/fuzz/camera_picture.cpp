// Any bytes as a picture of a camera, of a size that it only claims: refused, or decoded to as
// many pixels as were announced, as the eye does it for reading and for the viewfinder. Beyond
// picture_file: pictures that need not begin like a file, and raw ones.
#include "kiosk/core/expects.h"
#include "kiosk/imaging/picture_file.h"

using namespace motlan;

namespace {

constexpr std::size_t kHeader = 5;

/// The first byte says the coding, four more the claimed size.
EncodedView picture_of(ByteView bytes) {
    constexpr auto kCodings = std::to_array<PictureCoding>(
        {PictureCoding::Jpeg, PictureCoding::RawYuyv, PictureCoding::RawGrey});
    return {.coding = kCodings[bytes[0] % kCodings.size()],
            .width = bytes[1] * 256 + bytes[2],
            .height = bytes[3] * 256 + bytes[4],
            .bytes = bytes.subspan(kHeader)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < kHeader) return 0;
    const EncodedView picture = picture_of({bytes, size});
    const auto said = size_of(picture);
    if (!said) {
        expects(!decode_picture(picture, {.damage = Damage::Accept}));
        return 0;
    }
    // Large pictures cost seconds under a sanitizer and find nothing that small ones do not.
    if (said->width > 2000 || said->height > 2000) return 0;
    const auto grey = decode_picture(picture, {.damage = Damage::Accept});
    if (grey) expects(grey->width == said->width && grey->height == said->height);
    const auto shown = decode_picture(
        picture, {.format = PixelFormat::Rgba, .damage = Damage::Accept, .least_width = 64});
    if (shown) expects(shown->pixels.size() == shown->view().stride() * std::size_t(shown->height));
    return 0;
}
