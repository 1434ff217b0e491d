#include "kiosk/imaging/ink_masks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/imaging/pixel.h"
#include "kiosk/imaging/resize.h"

using namespace motlan;

namespace {

constexpr int kWide = 1240;
constexpr int kHigh = 1754;

void fill(Image& page, const Box& box, std::uint8_t level) {
    const auto step = bytes_per_pixel(page.format);
    for (int y = box.top; y < box.top + box.height; ++y) {
        const auto from = (static_cast<std::size_t>(y) * std::size_t(page.width) +
                           static_cast<std::size_t>(box.left)) *
                          step;
        std::fill_n(page.pixels.begin() + static_cast<std::ptrdiff_t>(from),
                    static_cast<std::size_t>(box.width) * step, level);
    }
}

Image white(PixelFormat format) {
    Image page(kWide, kHigh, format);
    std::ranges::fill(page.pixels, std::uint8_t{255});
    return page;
}

void write_lines(Image& page, std::uint8_t level, int from, int to) {
    for (int y = from; y < to; y += 40) {
        for (int x = 100; x < 1100; x += 60) fill(page, {x, y, 40, 14}, level);
    }
}

std::int64_t ink_between(const BitMask& mask, int top, int bottom) {
    std::int64_t sum = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = 0; x < mask.width; ++x) sum += mask.at(x, y) ? 1 : 0;
    }
    return sum;
}

}  // namespace

TEST_CASE("print in a deep shadow is ink like any other", "[imaging]") {
    const auto format = GENERATE(PixelFormat::Grey, PixelFormat::Rgb);
    Image page = white(format);
    fill(page, {0, 0, kWide, 800}, 100);
    write_lines(page, 10, 120, 700);
    write_lines(page, 25, 920, 1500);

    const InkMasks ink = split_ink(page.view());

    CHECK(ink_between(ink.print, 100, 720) == ink_between(ink.print, 900, 1520));
    CHECK(ink_between(ink.print, 720, 900) == 0);
    CHECK(std::ranges::count(ink.pictures, true) == 0);
}

TEST_CASE("print beside a small dark picture is not taken for the edge of a shadow", "[imaging]") {
    Image page = white(PixelFormat::Rgb);
    write_lines(page, 110, 920, 1500);
    const std::int64_t alone = ink_between(split_ink(page.view()).print, 900, 1520);
    fill(page, {100, 700, 354, 210}, 70);

    const InkMasks ink = split_ink(page.view());

    CHECK(std::abs(ink_between(ink.print, 915, 1520) - alone) * 100 < alone);
}
