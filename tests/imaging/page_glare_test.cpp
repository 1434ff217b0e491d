// Where a lamp's reflection hides a page, and how the page's picture shows it.
#include "kiosk/imaging/page_glare.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "kiosk/imaging/page_ink.h"

using namespace motlan;
using Catch::Matchers::WithinAbs;

namespace {

constexpr int kDpi = 100;
constexpr int kWidth = 827;
constexpr int kHeight = 1169;

std::uint8_t& level(Image& picture, int x, int y) {
    return picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                          static_cast<std::size_t>(x)];
}

/// Grey paper with a line of words every six millimetres.
Image written_page() {
    Image page(kWidth, kHeight, PixelFormat::Grey);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            level(page, x, y) = y % 24 < 6 && x % 9 < 5 && x > 80 && x < 740 ? 40 : 190;
    return page;
}

void dazzle(Image& page, int at_x, int at_y, int radius) {
    for (int y = at_y - radius; y <= at_y + radius; ++y)
        for (int x = at_x - radius; x <= at_x + radius; ++x)
            if (std::hypot(x - at_x, y - at_y) <= radius) level(page, x, y) = 255;
}

std::array<int, 3> colour(const Image& picture, int x, int y) {
    const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                            static_cast<std::size_t>(x)) *
                           4;
    return {picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2]};
}

}  // namespace

TEST_CASE("every reflection on a page is found where it is, the largest first", "[imaging]") {
    Image page = written_page();
    dazzle(page, 200, 300, 40);
    dazzle(page, 600, 900, 60);

    const Glare glare = glare_of(ink_of(page.view(), kDpi));

    REQUIRE(glare.areas.size() == 2);
    CHECK_THAT(glare.areas[0].left, WithinAbs(540.0 / kWidth, 0.01));
    CHECK_THAT(glare.areas[0].top, WithinAbs(840.0 / kHeight, 0.01));
    CHECK_THAT(glare.areas[0].right, WithinAbs(660.0 / kWidth, 0.01));
    CHECK_THAT(glare.areas[0].bottom, WithinAbs(960.0 / kHeight, 0.01));
    CHECK_THAT(glare.areas[1].left, WithinAbs(160.0 / kWidth, 0.01));
    CHECK_THAT(glare.share, WithinAbs(3.1416 * (1600 + 3600) / kWidth / kHeight, 0.003));
}

TEST_CASE("a bright scratch is no reflection, nor is a page that is white all over", "[imaging]") {
    const int white = GENERATE(4, kHeight);
    Image page = written_page();
    for (int y = 0; y < white; ++y)
        for (int x = 0; x < kWidth; ++x) level(page, x, y) = 255;

    const Glare glare = glare_of(ink_of(page.view(), kDpi));

    CHECK(glare.areas.empty());
    CHECK(glare.share == 0);
}

TEST_CASE("an area turns with its page", "[imaging]") {
    const PageArea area{0.1, 0.2, 0.3, 0.5};
    const auto is_same = [](const PageArea& one, const PageArea& other) {
        return std::abs(one.left - other.left) + std::abs(one.top - other.top) +
                   std::abs(one.right - other.right) + std::abs(one.bottom - other.bottom) <
               1e-9;
    };

    CHECK(turned(area, Turn::None) == area);
    CHECK(is_same(turned(area, Turn::Right), {0.5, 0.1, 0.8, 0.3}));
    CHECK(is_same(turned(area, Turn::Half), {0.7, 0.5, 0.9, 0.8}));
    CHECK(is_same(turned(turned(area, Turn::Right), Turn::Left), area));
}

TEST_CASE("a ring goes around what is dazzled and hides nothing of it", "[imaging]") {
    Image picture(700, 1000, PixelFormat::Rgba);
    const PageArea area{0.4, 0.4, 0.6, 0.6};
    ring(picture, std::array{area});

    const std::array<int, 3> nothing{0, 0, 0};
    int yellow = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const bool is_within = x >= 280 && x < 420 && y >= 400 && y < 600;
            const bool is_corner = std::hypot((x - 350) / 70.0, (y - 500) / 100.0) > 1.1;
            if (is_within && !is_corner && colour(picture, x, y) != nothing)
                FAIL_CHECK("drawn upon at " << x << ", " << y);
            yellow += colour(picture, x, y) == std::array{255, 214, 0} ? 1 : 0;
        }
    }
    CHECK(yellow > 1000);
}

TEST_CASE("a ring at the border of a picture stays within it", "[imaging]") {
    Image picture(40, 40, PixelFormat::Rgba);

    ring(picture, std::array{PageArea{0, 0, 1, 1}, PageArea{0.9, 0.9, 1, 1}});

    CHECK(picture.pixels.size() == std::size_t{40} * 40 * 4);
}
