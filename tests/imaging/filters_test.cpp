#include "kiosk/imaging/filters.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/imaging/resize.h"
#include "kiosk/imaging/shrink.h"

using namespace motlan;

namespace {

Image flat(int width, int height, std::uint8_t level) {
    Image image(width, height, PixelFormat::Grey);
    std::ranges::fill(image.pixels, level);
    return image;
}

// Dark on the left, light on the right.
Image edge(int width, int height) {
    Image image = flat(width, height, 60);
    for (std::size_t at = 0; at < image.pixels.size(); ++at) {
        if (at % static_cast<std::size_t>(width) >= static_cast<std::size_t>(width) / 2) {
            image.pixels[at] = 180;
        }
    }
    return image;
}

int range(const Image& image) {
    const auto [least, most] = std::ranges::minmax(image.pixels);
    return most - least;
}

}  // namespace

TEST_CASE("a flat picture stays flat under every filter", "[imaging]") {
    const Image image = flat(40, 30, 90);

    CHECK(smoothed(image.view(), 2).pixels == image.pixels);
    CHECK(sharpened(image.view(), 2, 3).pixels == image.pixels);
    CHECK(enlarged_twice(image.view()).pixels == flat(80, 60, 90).pixels);
    CHECK(shrunk_to_fit(image.view(), 20, 20).pixels == flat(20, 15, 90).pixels);
    CHECK(range(evened(image.view(), 3)) <= 4);
}

TEST_CASE("smoothing softens an edge and sharpening brings it out", "[imaging]") {
    const Image image = edge(40, 8);

    const Image soft = smoothed(image.view(), 2);
    const Image sharp = sharpened(soft.view(), 2, 2);

    CHECK(soft.pixels[20] - soft.pixels[19] < 60);
    CHECK(sharp.pixels[20] - sharp.pixels[19] > soft.pixels[20] - soft.pixels[19]);
    CHECK(range(sharp) > range(image));
}

TEST_CASE("evening out raises the contrast of a pale picture", "[imaging]") {
    Image pale = edge(64, 64);
    for (auto& level : pale.pixels) level = static_cast<std::uint8_t>(100 + level / 20);

    CHECK(range(evened(pale.view(), 40)) > 3 * range(pale));
}

TEST_CASE("enlarging keeps a slope a slope", "[imaging]") {
    Image slope(32, 8, PixelFormat::Grey);
    for (std::size_t at = 0; at < slope.pixels.size(); ++at) {
        slope.pixels[at] = static_cast<std::uint8_t>(8 * (at % 32));
    }

    const Image large = enlarged_twice(slope.view());

    CHECK(large.width == 64);
    CHECK(std::ranges::is_sorted(large.view().row(7).subspan(4, 56)));
    CHECK(std::abs(large.pixels[31] - 122) <= 1);
}

TEST_CASE("shrinking keeps the shape and the mean", "[imaging]") {
    const Image small = shrunk_to_fit(edge(100, 50).view(), 10, 1000);

    CHECK(small.width == 10);
    CHECK(small.height == 5);
    CHECK(small.pixels[4] == 60);
    CHECK(small.pixels[5] == 180);
}

TEST_CASE("a pixel that two smaller ones share counts half for each", "[imaging]") {
    Image three(3, 1, PixelFormat::Rgb);
    three.pixels = {0, 30, 255, 60, 90, 255, 120, 240, 255};

    const Image two = shrunk(three.view(), 2, 1);

    CHECK(two.pixels == Bytes{20, 50, 255, 100, 190, 255});
}

TEST_CASE("half a picture is the mean of four pixels each", "[imaging]") {
    Image four(2, 2, PixelFormat::Grey);
    four.pixels = {10, 20, 30, 100};

    CHECK(shrunk(four.view(), 0.5).pixels == Bytes{40});
}

TEST_CASE("a crop beyond the picture is cut to it", "[imaging]") {
    const Image image = edge(20, 10);

    const Image part = cropped(image.view(), {10, 5, 100, 100});

    CHECK(part.width == 10);
    CHECK(part.height == 5);
    CHECK(part.pixels.front() == 180);
    CHECK(cropped(image.view(), {500, 500, 3, 3}).pixels.size() == 1);
}

TEST_CASE("pictures of one pixel pass every filter", "[imaging]") {
    const Image dot = flat(1, 1, 7);

    CHECK(smoothed(dot.view(), 2).pixels == dot.pixels);
    CHECK(enlarged_twice(dot.view()).pixels == flat(2, 2, 7).pixels);
    CHECK(evened(dot.view(), 3).pixels.size() == 1);
}
