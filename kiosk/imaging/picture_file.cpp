#include "kiosk/imaging/picture_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/png_picture.h"

namespace motlan {
namespace {

constexpr std::array<std::uint8_t, 3> kJpegStart{0xFF, 0xD8, 0xFF};
constexpr std::array<std::uint8_t, 4> kPngStart{0x89, 'P', 'N', 'G'};

using Rgb = std::array<std::uint8_t, 3>;

std::uint8_t clamped(int value) { return static_cast<std::uint8_t>(std::clamp(value, 0, 255)); }

// Full-range YCbCr to RGB (ITU-T T.871 section 7), in 16-bit fixed point.
Rgb to_rgb(int luma, int blue, int red) {
    const int cb = blue - 128;
    const int cr = red - 128;
    return {clamped(luma + ((91'881 * cr) >> 16)),
            clamped(luma - ((22'554 * cb + 46'802 * cr) >> 16)),
            clamped(luma + ((116'130 * cb) >> 16))};
}

std::uint8_t luma_of(const Rgb& rgb) {
    return static_cast<std::uint8_t>((306 * rgb[0] + 601 * rgb[1] + 117 * rgb[2] + 512) >> 10);
}

std::size_t raw_size(const EncodedView& picture, PictureSize size) {
    const auto pixels =
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    if (picture.coding == PictureCoding::RawGrey) return pixels;
    return picture.coding == PictureCoding::RawRgb ? pixels * 3 : pixels * 2;
}

// The colour of pixel `at` of a picture whose size has been checked.
Rgb raw_pixel(const EncodedView& picture, std::size_t at) {
    const ByteView bytes = picture.bytes;
    if (picture.coding == PictureCoding::RawGrey) return {bytes[at], bytes[at], bytes[at]};
    if (picture.coding == PictureCoding::RawRgb) {
        return {bytes[at * 3], bytes[at * 3 + 1], bytes[at * 3 + 2]};
    }
    const std::size_t pair = at / 2 * 4;
    return to_rgb(bytes[at * 2], bytes[pair + 1], bytes[pair + 3]);
}

bool is_grey_already(PictureCoding coding) { return coding != PictureCoding::RawRgb; }

std::uint8_t raw_grey(const EncodedView& picture, std::size_t at) {
    if (is_grey_already(picture.coding)) {
        return picture.bytes[picture.coding == PictureCoding::RawYuyv ? at * 2 : at];
    }
    return luma_of(raw_pixel(picture, at));
}

void put(std::uint8_t* to, const Rgb& rgb, std::size_t step) {
    std::ranges::copy(rgb, to);
    if (step == 4) to[3] = 255;
}

Result<Image> decode_raw(const EncodedView& picture, PictureSize size, PixelFormat wanted) {
    Image image(size.width, size.height, wanted);
    const std::size_t step = bytes_per_pixel(wanted);
    const std::size_t count = image.pixels.size() / step;
    for (std::size_t at = 0; at < count; ++at) {
        if (wanted == PixelFormat::Grey) {
            image.pixels[at] = raw_grey(picture, at);
        } else {
            put(&image.pixels[at * step], raw_pixel(picture, at), step);
        }
    }
    return image;
}

Result<PictureSize> raw_size_of(const EncodedView& picture) {
    const auto size = checked_size(picture.width, picture.height);
    if (!size) return size;
    const bool uneven = picture.coding == PictureCoding::RawYuyv && size->width % 2 != 0;
    if (uneven || picture.bytes.size() != raw_size(picture, *size)) {
        return fail(Fault::PictureUnreadable);
    }
    return size;
}

}  // namespace

Result<PictureSize> checked_size(std::int64_t width, std::int64_t height) {
    if (width < kLeastSide || height < kLeastSide) return fail(Fault::PictureUnreadable);
    if (width > kPixelLimit / height) return fail(Fault::PictureTooLarge);
    return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

Result<EncodedPicture> picture_of_file(Bytes file) {
    if (file.size() > kEncodedLimit) return fail(Fault::PictureTooLarge);
    const ByteView bytes = file;
    const auto begins = [&](const auto& start) {
        return bytes.size() > start.size() && std::ranges::equal(bytes.first(start.size()), start);
    };
    const bool is_jpeg = begins(kJpegStart);
    if (!is_jpeg && !begins(kPngStart)) return fail(Fault::PictureUnreadable);
    EncodedPicture picture{.coding = is_jpeg ? PictureCoding::Jpeg : PictureCoding::Png};
    picture.bytes = std::move(file);
    return picture;
}

Result<PictureSize> size_of(const EncodedView& picture) {
    const bool is_raw =
        picture.coding != PictureCoding::Jpeg && picture.coding != PictureCoding::Png;
    const std::size_t limit = is_raw ? static_cast<std::size_t>(kPixelLimit) * 3 : kEncodedLimit;
    if (picture.bytes.size() > limit) return fail(Fault::PictureTooLarge);
    if (picture.coding == PictureCoding::Jpeg) return jpeg_size(picture.bytes);
    if (picture.coding == PictureCoding::Png) return png_size(picture.bytes);
    return raw_size_of(picture);
}

Result<Image> decode_picture(const EncodedView& picture, PixelFormat wanted, Damage damage) {
    const auto size = size_of(picture);
    if (!size) return fail(size.error());
    if (picture.coding == PictureCoding::Jpeg) return decode_jpeg(picture.bytes, wanted, damage);
    if (picture.coding == PictureCoding::Png) return decode_png(picture.bytes, wanted);
    return decode_raw(picture, *size, wanted);
}

}  // namespace motlan
