#include "kiosk/imaging/picture_file.h"

#include <algorithm>
#include <filesystem>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/png.h"
#include "kiosk/imaging/jpeg.h"
#include "tests/support/checkout.h"

using namespace motlan;

namespace {

// Every pixel differs from its neighbours, slowly enough for a JPEG to keep it.
Image slope(int width, int height, PixelFormat format) {
    Image image(width, height, format);
    const std::size_t step = bytes_per_pixel(format);
    for (std::size_t at = 0; at < image.pixels.size(); ++at) {
        const std::size_t pixel = at / step;
        const auto wide = static_cast<std::size_t>(width);
        image.pixels[at] = static_cast<std::uint8_t>((pixel % wide + pixel / wide) % 256);
    }
    return image;
}

EncodedPicture jpeg_of(const Image& image) {
    return {.coding = PictureCoding::Jpeg, .bytes = encode_jpeg(image.view(), 95).value()};
}

EncodedPicture png_of(const Image& image) {
    return {.coding = PictureCoding::Png, .bytes = encode_png(image.view())};
}

int largest_difference(const Image& one, const Image& other) {
    int most = 0;
    for (std::size_t at = 0; at < one.pixels.size(); ++at) {
        most = std::max(most, std::abs(one.pixels[at] - other.pixels[at]));
    }
    return most;
}

Fault fault_of_decoding(const EncodedPicture& picture) {
    return decode_picture(view_of(picture), {}).error();
}

// The size that a JPEG or PNG header claims, changed to `width` x `height`.
Bytes with_claimed_size(Bytes png, std::uint32_t width, std::uint32_t height) {
    for (std::size_t i = 0; i < 4; ++i) {
        png[16 + i] = static_cast<std::uint8_t>(width >> (24 - 8 * i));
        png[20 + i] = static_cast<std::uint8_t>(height >> (24 - 8 * i));
    }
    // The header's checksum (PNG 1.2, annex 15) over "IHDR" and its 13 bytes.
    std::uint32_t sum = 0xFFFFFFFF;
    for (std::size_t at = 12; at < 29; ++at) {
        sum ^= png[at];
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
    }
    for (std::size_t i = 0; i < 4; ++i)
        png[29 + i] = static_cast<std::uint8_t>(~sum >> (24 - 8 * i));
    return png;
}

// Where a grey JPEG says its size: rows and columns follow five bytes later.
Bytes::iterator frame_of(Bytes& jpeg) {
    const Bytes start_of_frame{0xFF, 0xC0, 0x00, 0x0B, 0x08};
    const auto frame = std::ranges::search(jpeg, start_of_frame);
    REQUIRE_FALSE(frame.empty());
    return frame.begin();
}

}  // namespace

TEST_CASE("a PNG gives back its pixels", "[imaging]") {
    const auto format = GENERATE(PixelFormat::Grey, PixelFormat::Rgb);
    const Image image = slope(70, 40, format);

    const auto back = decode_picture(view_of(png_of(image)), {.format = format});

    REQUIRE(back);
    CHECK(back->pixels == image.pixels);
}

TEST_CASE("a JPEG gives back nearly its pixels", "[imaging]") {
    const auto format = GENERATE(PixelFormat::Grey, PixelFormat::Rgb);
    const Image image = slope(70, 40, format);

    const auto back = decode_picture(view_of(jpeg_of(image)), {.format = format});

    REQUIRE(back);
    CHECK(largest_difference(*back, image) <= 6);
}

TEST_CASE("a preview of a JPEG is smaller but not narrower than asked", "[imaging]") {
    const auto jpeg = jpeg_of(slope(1280, 720, PixelFormat::Rgb));

    const auto preview =
        decode_picture(view_of(jpeg), {.format = PixelFormat::Rgba, .least_width = 960});

    REQUIRE(preview);
    CHECK(preview->width == 960);
    CHECK(preview->height == 540);
}

TEST_CASE("what is transparent in a PNG is white", "[imaging]") {
    const Image clear(16, 16, PixelFormat::Rgba);

    const auto grey = decode_picture(view_of(png_of(clear)), {});

    REQUIRE(grey);
    CHECK(std::ranges::all_of(grey->pixels, [](int level) { return level == 255; }));
}

TEST_CASE("a camera's YUYV picture becomes grey or colour", "[imaging]") {
    // One grey pixel and one pure red pixel as BT.601 writes them, 8 by 8 of each.
    EncodedPicture picture{.coding = PictureCoding::RawYuyv, .width = 16, .height = 8};
    for (int pair = 0; pair < 64; ++pair) {
        const auto pixels = pair % 2 == 0 ? Bytes{128, 128, 128, 128} : Bytes{76, 85, 76, 255};
        picture.bytes.insert(picture.bytes.end(), pixels.begin(), pixels.end());
    }

    const auto grey = decode_picture(view_of(picture), {});
    const auto colour = decode_picture(view_of(picture), {.format = PixelFormat::Rgb});

    REQUIRE(grey);
    REQUIRE(colour);
    CHECK(grey->pixels[0] == 128);
    CHECK(grey->pixels[2] == 76);
    CHECK(colour->pixels[0] == 128);
    CHECK(colour->pixels[6] >= 253);
    CHECK(colour->pixels[7] <= 2);
}

TEST_CASE("raw pixels that do not fit their size are refused", "[imaging]") {
    const auto coding =
        GENERATE(PictureCoding::RawGrey, PictureCoding::RawRgb, PictureCoding::RawYuyv);
    const auto count = GENERATE(0, 1, 255, 257, 511, 513, 767, 769);
    const EncodedPicture picture{.coding = coding,
                                 .width = 16,
                                 .height = 16,
                                 .bytes = Bytes(static_cast<std::size_t>(count))};

    CHECK(fault_of_decoding(picture) == Fault::PictureUnreadable);
}

TEST_CASE("pictures of no or one pixel are refused", "[imaging]") {
    const EncodedPicture none{.coding = PictureCoding::RawGrey};
    const auto one = png_of(slope(1, 1, PixelFormat::Grey));
    const auto line = jpeg_of(slope(2000, 1, PixelFormat::Grey));
    // Headers that say: no rows.
    auto high = png_of(slope(16, 16, PixelFormat::Grey));
    high.bytes = with_claimed_size(std::move(high.bytes), 16, 0);
    auto rows = jpeg_of(slope(64, 64, PixelFormat::Grey));
    std::ranges::fill_n(frame_of(rows.bytes) + 5, 2, std::uint8_t{0});

    CHECK(fault_of_decoding(none) == Fault::PictureUnreadable);
    CHECK(fault_of_decoding(one) == Fault::PictureUnreadable);
    CHECK(fault_of_decoding(high) == Fault::PictureUnreadable);
    CHECK(fault_of_decoding(rows) == Fault::PictureUnreadable);
    CHECK(fault_of_decoding(line) == Fault::PictureUnreadable);
}

TEST_CASE("a picture beyond 40 megapixels is refused before memory is taken", "[imaging]") {
    EncodedPicture png = png_of(slope(16, 16, PixelFormat::Grey));
    png.bytes = with_claimed_size(std::move(png.bytes), 40'000, 40'000);
    const EncodedPicture raw{.coding = PictureCoding::RawGrey, .width = 1 << 20, .height = 1 << 20};
    EncodedPicture jpeg = jpeg_of(slope(64, 64, PixelFormat::Grey));
    std::ranges::fill_n(frame_of(jpeg.bytes) + 5, 4, std::uint8_t{0xFE});

    CHECK(fault_of_decoding(png) == Fault::PictureTooLarge);
    CHECK(fault_of_decoding(raw) == Fault::PictureTooLarge);
    CHECK(fault_of_decoding(jpeg) == Fault::PictureTooLarge);
}

TEST_CASE("a file beyond 64 MiB is refused", "[imaging]") {
    Bytes file(kEncodedLimit + 1);
    file[0] = 0xFF;

    CHECK(picture_of_file(std::move(file)).error() == Fault::PictureTooLarge);
}

TEST_CASE("a file that is no picture is refused", "[imaging]") {
    CHECK(picture_of_file({}).error() == Fault::PictureUnreadable);
    CHECK(picture_of_file(to_bytes("%PDF-1.7")).error() == Fault::PictureUnreadable);
    CHECK(picture_of_file({0xFF, 0xD8}).error() == Fault::PictureUnreadable);
}

TEST_CASE("a torn JPEG passes from a camera and never as a page", "[imaging]") {
    EncodedPicture jpeg = jpeg_of(slope(640, 480, PixelFormat::Grey));
    jpeg.bytes.resize(jpeg.bytes.size() / 2);

    CHECK(decode_picture(view_of(jpeg), {.damage = Damage::Accept}));
    CHECK(fault_of_decoding(jpeg) == Fault::PictureUnreadable);
}

TEST_CASE("no beginning of a picture does harm or passes for the whole", "[imaging]") {
    // A PNG ends with 12 bytes that carry no pixels.
    constexpr std::size_t kEnd = 12;
    const Image image = slope(48, 48, PixelFormat::Rgb);
    const EncodedPicture whole = GENERATE_COPY(jpeg_of(image), png_of(image));

    for (std::size_t size = 0; size < whole.bytes.size() - kEnd; ++size) {
        const EncodedView part{.coding = whole.coding, .bytes = ByteView(whole.bytes).first(size)};
        CHECK_FALSE(decode_picture(part, {}));
    }
}

TEST_CASE("every PNG of the reference suite decodes", "[imaging]") {
    const auto folder = checkout() / "../shared/data/png-suite";
    if (!std::filesystem::exists(folder)) SKIP("no reference pictures at ../shared/data/png-suite");

    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".png") continue;
        const auto picture = picture_of_file(read_file(entry.path(), kEncodedLimit).value());
        INFO(entry.path().filename().string());
        CHECK(picture.and_then([](const EncodedPicture& png) {
            return decode_picture(view_of(png), {.format = PixelFormat::Rgba});
        }));
    }
}
