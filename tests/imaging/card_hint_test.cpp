#include "kiosk/imaging/card_hint.h"

#include <algorithm>
#include <random>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/filters.h"
#include "tests/support/card_picture.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr std::string_view kPerson =
    "001199012345|012345678|Nguyễn Thị Thử Nghiệm|05091990|Nữ|"
    "Số 12, ngõ 34, đường Mẫu, phường Thử, tỉnh Mẫu|10052021";

Image frame_of(double pixels_per_mm) {
    const Image held = draw_held_card(draw_card(kPerson), {.pixels_per_mm = pixels_per_mm});
    return converted(held.view(), PixelFormat::Grey);
}

CardHint hint_of(const Image& grey) { return hint_for(grey.view(), read_code(grey.view())); }

Image dimmed(Image image, int share) {
    for (auto& level : image.pixels) level = static_cast<std::uint8_t>(level * share / 100);
    return image;
}

// Burns a disc of light into the middle of the card's code.
Image with_glare(Image image, const Box& code) {
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double dx = x - code.left - code.width * 0.5;
            const double dy = y - code.top - code.height * 0.6;
            if (dx * dx + dy * dy > code.width * code.width * 0.09) continue;
            image.pixels[static_cast<std::size_t>(y) * image.view().stride() +
                         static_cast<std::size_t>(x)] = 255;
        }
    }
    return image;
}

}  // namespace

TEST_CASE("a card whose code is read needs no hint", "[imaging]") {
    CHECK(hint_of(frame_of(13)) == CardHint::CodeSeen);
}

TEST_CASE("an empty view says that there is no card", "[imaging]") {
    const Image wall(1280, 720, PixelFormat::Grey);

    CHECK(hint_of(wall) == CardHint::NoCard);
}

TEST_CASE("a card in the dark says that it is too dark", "[imaging]") {
    const Image dark = dimmed(frame_of(13), 20);

    CHECK(hint_for(dark.view(), {}) == CardHint::TooDark);
}

TEST_CASE("a reflection on the code says glare", "[imaging]") {
    const Image clear = frame_of(13);
    const auto place = read_code(clear.view()).place;
    REQUIRE(place);

    CHECK(hint_of(with_glare(clear, *place)) == CardHint::Glare);
}

TEST_CASE("a card out of focus says blur", "[imaging]") {
    const Image soft = smoothed(frame_of(13).view(), 5);

    CHECK(hint_of(soft) == CardHint::Blur);
}

TEST_CASE("an unread code says by its size whether it is too far or too near", "[imaging]") {
    const Image frame = frame_of(13);
    const CodeReading far{.place = Box{600, 300, 70, 70}, .modules = 49};
    const CodeReading near{.place = Box{0, 100, 700, 600}, .modules = 49};
    const CodeReading right{.place = Box{600, 200, 200, 200}, .modules = 49};

    CHECK(hint_for(frame.view(), far) == CardHint::TooFar);
    CHECK(hint_for(frame.view(), near) == CardHint::TooNear);
    CHECK(hint_for(frame.view(), right) == CardHint::HoldStill);
}
