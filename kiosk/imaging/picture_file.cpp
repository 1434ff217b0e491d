#include "kiosk/imaging/picture_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/jpeg2000.h"
#include "kiosk/imaging/png_picture.h"

namespace motlan {
namespace {

constexpr std::array<std::uint8_t, 3> kJpegStart{0xFF, 0xD8, 0xFF};
constexpr std::array<std::uint8_t, 4> kPngStart{0x89, 'P', 'N', 'G'};

std::size_t raw_size(const EncodedView& picture, PictureSize size) {
    const auto pixels =
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    if (picture.coding == PictureCoding::RawGrey) return pixels;
    return picture.coding == PictureCoding::RawRgb ? pixels * 3 : pixels * 2;
}

// Every second byte is brightness; the others are colour, shared by two pixels.
Image decode_yuyv(ByteView bytes, PictureSize size, PixelFormat wanted) {
    Image image(size.width, size.height, wanted);
    const std::size_t step = bytes_per_pixel(wanted);
    for (std::size_t at = 0; at < image.pixels.size() / step; ++at) {
        std::uint8_t* to = &image.pixels[at * step];
        const std::size_t pair = at / 2 * 4;
        if (wanted == PixelFormat::Grey) {
            *to = bytes[at * 2];
            continue;
        }
        std::ranges::copy(rgb_of(bytes[at * 2], bytes[pair + 1], bytes[pair + 3]), to);
        if (wanted == PixelFormat::Rgba) to[3] = 255;
    }
    return image;
}

Image decode_raw(const EncodedView& picture, PictureSize size, PixelFormat wanted) {
    if (picture.coding == PictureCoding::RawYuyv) return decode_yuyv(picture.bytes, size, wanted);
    const auto format =
        picture.coding == PictureCoding::RawGrey ? PixelFormat::Grey : PixelFormat::Rgb;
    return converted({size.width, size.height, format, picture.bytes}, wanted);
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
    EncodedPicture picture;
    if (begins(kPngStart)) {
        picture.coding = PictureCoding::Png;
    } else if (is_jpeg2000(bytes)) {
        picture.coding = PictureCoding::Jpeg2000;
    } else if (!begins(kJpegStart)) {
        return fail(Fault::PictureUnreadable);
    }
    picture.bytes = std::move(file);
    return picture;
}

Result<PictureSize> size_of(const EncodedView& picture) {
    if (picture.coding == kLayers) return fail(Fault::PictureUnreadable);
    const bool is_raw = picture.coding >= PictureCoding::RawGrey;
    const std::size_t limit = is_raw ? static_cast<std::size_t>(kPixelLimit) * 3 : kEncodedLimit;
    if (picture.bytes.size() > limit) return fail(Fault::PictureTooLarge);
    if (picture.coding == PictureCoding::Jpeg) return jpeg_size(picture.bytes);
    if (picture.coding == PictureCoding::Png) return png_size(picture.bytes);
    if (picture.coding == PictureCoding::Jpeg2000) return jpeg2000_size(picture.bytes);
    return raw_size_of(picture);
}

Result<Image> decode_picture(const EncodedView& picture, const DecodeAs& how) {
    const auto size = size_of(picture);
    if (!size) return fail(size.error());
    if (picture.coding == PictureCoding::Jpeg) return decode_jpeg(picture.bytes, how);
    if (picture.coding == PictureCoding::Png) return decode_png(picture.bytes, how.format);
    if (picture.coding == PictureCoding::Jpeg2000)
        return decode_jpeg2000(picture.bytes, how.format);
    return decode_raw(picture, *size, how.format);
}

}  // namespace motlan
