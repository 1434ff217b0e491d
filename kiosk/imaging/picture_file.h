// Pictures from outside become pixels here. Every size is checked before memory is taken.
// A hostile picture is refused with a fault; it never makes us read outside its bytes.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Bounds on a picture from outside (security design 4.10).
inline constexpr std::size_t kEncodedLimit = std::size_t{64} << 20U;
inline constexpr std::int64_t kPixelLimit = 40'000'000;
/// Nothing that a kiosk reads is thinner than this many pixels.
inline constexpr int kLeastSide = 8;

/// Our own coding: a page taken apart (packed_layers.h), never a picture to decode.
inline constexpr auto kLayers = static_cast<PictureCoding>(6);

/// A picture as it arrived, its bytes owned by somebody else.
struct EncodedView {
    PictureCoding coding = PictureCoding::Jpeg;
    int width = 0;
    int height = 0;
    int dpi = 0;
    ByteView bytes;
};

[[nodiscard]] inline EncodedView view_of(const EncodedPicture& picture) {
    return {picture.coding, picture.width, picture.height, picture.dpi, picture.bytes};
}

struct PictureSize {
    int width = 0;
    int height = 0;
    bool operator==(const PictureSize&) const = default;
};

/// What to do with a picture of which a part is missing: a camera sends another one soon,
/// but half a page must never pass for a page.
enum class Damage : std::uint8_t { Refuse, Accept };

struct DecodeAs {
    PixelFormat format = PixelFormat::Grey;
    Damage damage = Damage::Refuse;
    /// A JPEG may come out smaller, which is quicker, but not narrower than this; 0: full size.
    int least_width = 0;
};

/// Tells by its first bytes how a file is packed. Fails with Fault::PictureUnreadable when it
/// is no JPEG, JPEG 2000 or PNG, Fault::PictureTooLarge.
[[nodiscard]] Result<EncodedPicture> picture_of_file(Bytes file);

/// Size in pixels, read from the header. Fails like decode_picture().
[[nodiscard]] Result<PictureSize> size_of(const EncodedView& picture);

/// The pixels; what was transparent is white. Fails with Fault::PictureUnreadable, or
/// Fault::PictureTooLarge beyond the bounds above.
[[nodiscard]] Result<Image> decode_picture(const EncodedView& picture, const DecodeAs& how);

/// Fails when a side is too short or the area too large; the faults of decode_picture().
[[nodiscard]] Result<PictureSize> checked_size(std::int64_t width, std::int64_t height);

}  // namespace motlan
