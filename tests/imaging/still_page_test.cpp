// When a sheet under a document camera is taken, by pictures and their times.
#include "kiosk/imaging/still_page.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch_test_macros.hpp>

using namespace motlan;
using namespace std::chrono_literals;

namespace {

// A dark desk, on it a bright sheet with lines of writing, moved by so many pixels.
Image desk(int right, int down, std::uint8_t ink = 60) {
    Image picture(960, 720, PixelFormat::Grey);
    std::ranges::fill(picture.pixels, std::uint8_t{40});
    for (int y = 0; y < 560; ++y) {
        for (int x = 0; x < 400; ++x) {
            const bool is_ink = x > 40 && x < 360 && y > 40 && y < 520 && y % 20 < 6;
            const int column = x + 280 + right;
            const int row = y + 80 + down;
            if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) continue;
            picture.pixels[static_cast<std::size_t>(row * picture.width + column)] =
                is_ink ? ink : std::uint8_t{225};
        }
    }
    return picture;
}

Image empty_desk() {
    Image picture(960, 720, PixelFormat::Grey);
    std::ranges::fill(picture.pixels, std::uint8_t{40});
    return picture;
}

struct Camera {
    StillPage page;
    StillPage::Time now{};

    PaperHint operator()(const Image& picture, std::chrono::milliseconds later = 100ms) {
        now += later;
        return page.after(picture.view(), now);
    }
};

}  // namespace

TEST_CASE("a sheet is taken once after it has lain still for a second", "[imaging]") {
    Camera camera;

    CHECK(camera(desk(0, 0)) == PaperHint::Moving);
    CHECK(camera(desk(0, 0)) == PaperHint::Settling);
    CHECK(camera(desk(0, 0), 900ms) == PaperHint::Settling);
    CHECK(camera(desk(0, 0)) == PaperHint::Ready);
    CHECK(camera(desk(0, 0), 5s) == PaperHint::Taken);

    const PageCorners corners = camera.page.corners().value();
    CHECK(std::hypot(corners[0].x - 280, corners[0].y - 80) < 3);
    CHECK(std::hypot(corners[2].x - 680, corners[2].y - 640) < 3);
}

TEST_CASE("a sheet that is moved has to lie still anew", "[imaging]") {
    Camera camera;
    camera(desk(0, 0));
    camera(desk(0, 0));

    CHECK(camera(desk(60, 0), 900ms) == PaperHint::Moving);
    CHECK(camera(desk(60, 0)) == PaperHint::Settling);
    CHECK(camera(desk(60, 0), 900ms) == PaperHint::Settling);
    CHECK(camera(desk(60, 0)) == PaperHint::Ready);
}

TEST_CASE("another sheet in the same place is taken too", "[imaging]") {
    Camera camera;
    for (int i = 0; i < 12; ++i) camera(desk(0, 0));
    REQUIRE(camera(desk(0, 0)) == PaperHint::Taken);

    CHECK(camera(desk(0, 0, 225)) == PaperHint::Moving);
    CHECK(camera(desk(0, 0, 225)) == PaperHint::Settling);
    CHECK(camera(desk(0, 0, 225), 1s) == PaperHint::Ready);
}

TEST_CASE("an empty desk and a sheet that runs out of the picture are told", "[imaging]") {
    Camera camera;
    camera(empty_desk());
    CHECK(camera(empty_desk(), 2s) == PaperHint::NoPaper);
    CHECK_FALSE(camera.page.corners());

    camera(desk(-400, 0));
    CHECK(camera(desk(-400, 0)) == PaperHint::CutOff);
    CHECK(camera(desk(-400, 0), 5s) == PaperHint::CutOff);
}
