// What of a page's ink is handed to the recogniser.
#include "kiosk/imaging/legible.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

struct Colour {
    std::uint8_t red, green, blue;
};
constexpr Colour kBlack{30, 30, 30};
constexpr Colour kRed{200, 40, 40};
constexpr Colour kBlue{30, 50, 150};

Image white_page() {
    Image page(1000, 800, PixelFormat::Rgb);
    std::ranges::fill(page.pixels, std::uint8_t{255});
    return page;
}

void fill(Image& page, int left, int top, int width, int height, const Colour& colour) {
    for (int y = top; y < top + height; ++y) {
        for (int x = left; x < left + width; ++x) {
            const auto at = static_cast<std::size_t>(y * page.width + x) * 3;
            page.pixels[at] = colour.red;
            page.pixels[at + 1] = colour.green;
            page.pixels[at + 2] = colour.blue;
        }
    }
}

// Strong stems with faint hairlines between them, as in a thin face.
Image thin_face() {
    Image page = white_page();
    for (int stem = 200; stem < 400; stem += 20) {
        fill(page, stem, 300, 4, 24, kBlack);
        fill(page, stem + 4, 311, 16, 1, {215, 215, 215});
    }
    return page;
}

void ring(Image& page, int x, int y, double radius) {
    for (double turn = 0; turn < 6.283; turn += 0.002) {
        fill(page, x + static_cast<int>(radius * std::cos(turn)),
             y + static_cast<int>(radius * std::sin(turn)), 5, 5, kRed);
    }
}

BitMask legible(const Image& page, int dpi) { return legible_ink(split_ink(page.view()), dpi); }

}  // namespace

TEST_CASE("a coarse page keeps the hairlines of its letters", "[imaging]") {
    const BitMask ink = legible(thin_face(), 200);

    CHECK(ink.at(201, 305));
    CHECK(ink.at(252, 311));
    CHECK_FALSE(ink.at(252, 305));
    CHECK_FALSE(ink.at(600, 600));
}

TEST_CASE("a stamp with a signature across it is not handed on, print across it is", "[imaging]") {
    Image page = white_page();
    ring(page, 400, 400, 130);
    fill(page, 480, 400, 280, 4, kBlue);
    fill(page, 300, 300, 300, 4, kBlack);

    const BitMask ink = legible(page, 200);

    CHECK_FALSE(ink.at(532, 402));
    CHECK_FALSE(ink.at(700, 402));
    CHECK(ink.at(350, 302));
    CHECK(ink.at(550, 302));
}
