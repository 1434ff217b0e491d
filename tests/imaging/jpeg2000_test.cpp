// Faces as chips hold them, and small files that ask for much.
#include "kiosk/imaging/jpeg2000.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/card_face.h"
#include "tests/support/der.h"

namespace motlan {
namespace {

using testing::joined;

Bytes number(std::uint32_t value, int bytes = 4) {
    Bytes written;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        written.push_back(static_cast<std::uint8_t>(value >> shift));
    }
    return written;
}

/// What the header of a stream says: a square of so many pixels.
struct Square {
    std::uint32_t side = 100;
    std::uint32_t tile = 100;
    std::uint32_t colours = 3;
};

/// A codestream that stops after its first tile's heading (ISO/IEC 15444-1 annex A).
Bytes stream_of(const Square& square) {
    Bytes size =
        joined({Bytes{0xFF, 0x4F, 0xFF, 0x51}, number(38 + 3 * square.colours, 2), Bytes{0, 0}});
    for (const std::uint32_t value : {square.side, square.side, 0U, 0U, square.tile, square.tile}) {
        size = joined({size, number(value)});
    }
    size = joined({size, number(0), number(0), number(square.colours, 2)});
    for (std::uint32_t i = 0; i < square.colours; ++i) size = joined({size, Bytes{7, 1, 1}});
    const Bytes coding = {0xFF, 0x52, 0, 12, 0, 0, 0, 1, 0, 0, 4, 4, 0, 1};
    const Bytes steps = {0xFF, 0x5C, 0, 4, 0x40, 0x40};
    const Bytes tile = {0xFF, 0x90, 0, 10, 0, 0, 0, 0, 0, 14, 0, 1, 0xFF, 0x93, 0xFF, 0xD9};
    return joined({size, coding, steps, tile});
}

Bytes box(std::string_view name, ByteView content) {
    const auto size = static_cast<std::uint32_t>(8 + content.size());
    return joined({number(size), to_bytes(name), Bytes(content.begin(), content.end())});
}

/// The stream in a file (annex I).
Bytes file_of(const Bytes& stream, const Square& square) {
    const Bytes picture = joined(
        {number(square.side), number(square.side), number(square.colours, 2), Bytes{7, 7, 0, 0}});
    const Bytes header = joined({box("ihdr", picture), box("colr", Bytes{1, 0, 0, 0, 0, 0, 16})});
    return joined({box("jP  ", Bytes{0x0D, 0x0A, 0x87, 0x0A}),
                   box("ftyp", to_bytes(std::string_view("jp2 \0\0\0\0jp2 ", 12))),
                   box("jp2h", header), box("jp2c", stream)});
}

}  // namespace

TEST_CASE("a chip's face is decoded", "[imaging]") {
    const Bytes face = testing::drawn_face(testing::FaceCoding::Jpeg2000);
    const auto picture = decode_jpeg2000(face, PixelFormat::Rgba);

    REQUIRE(picture.has_value());
    CHECK(picture->width == testing::kFaceWidth);
    CHECK(picture->height == testing::kFaceHeight);
}

TEST_CASE("a header that asks for little is read, bare and in a file", "[imaging]") {
    for (const Square& square :
         {Square{}, Square{.colours = 1}, Square{.side = 400, .tile = 128}}) {
        INFO(square.side << " " << square.tile << " " << square.colours);
        const Bytes stream = stream_of(square);

        CHECK(jpeg2000_size(stream).has_value());
        CHECK(jpeg2000_size(file_of(stream, square)).has_value());
    }
}

TEST_CASE("a few bytes that ask for hundreds of megabytes are refused", "[imaging]") {
    for (const Square& square :
         {Square{.side = 2000, .tile = 8}, Square{.side = 2000, .tile = 2000, .colours = 16'384},
          Square{.side = 100, .tile = 0}, Square{.side = 100, .tile = 1},
          Square{.side = 0xFFFF'FFFF, .tile = 1}}) {
        INFO(square.side << " " << square.tile << " " << square.colours);
        const Bytes stream = stream_of(square);

        CHECK(jpeg2000_size(stream) == fail(Fault::PictureTooLarge));
        CHECK(jpeg2000_size(file_of(stream, square)) == fail(Fault::PictureTooLarge));
        CHECK(decode_jpeg2000(stream, PixelFormat::Rgba) == fail(Fault::PictureTooLarge));
    }
}

TEST_CASE("a face that was cut off is no face", "[imaging]") {
    const Bytes face = testing::drawn_face(testing::FaceCoding::Jpeg2000);
    for (std::size_t size = 0; size < face.size(); size += 7) {
        INFO(size);
        CHECK_FALSE(decode_jpeg2000(ByteView(face).first(size), PixelFormat::Grey).has_value());
    }
}

}  // namespace motlan
