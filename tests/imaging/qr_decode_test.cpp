#include "kiosk/imaging/qr_decode.h"

#include <algorithm>
#include <random>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/filters.h"
#include "tests/support/card_picture.h"

using namespace motlan;
using motlan::testing::draw_card;
using motlan::testing::draw_code;
using motlan::testing::draw_held_card;

namespace {

constexpr std::string_view kPerson =
    "001199012345|012345678|Nguyễn Thị Thử Nghiệm|05091990|Nữ|"
    "Số 12, ngõ 34, đường Mẫu, phường Thử, tỉnh Mẫu|10052021";

Image frame_of(double pixels_per_mm, double turn) {
    const Image held =
        draw_held_card(draw_card(kPerson), {.pixels_per_mm = pixels_per_mm, .turn_degrees = turn});
    return converted(held.view(), PixelFormat::Grey);
}

Image dimmed(Image image, int share) {
    for (auto& level : image.pixels) level = static_cast<std::uint8_t>(level * share / 100);
    return image;
}

Image noisy(Image image, double sigma) {
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0, sigma);
    for (auto& level : image.pixels) {
        level = static_cast<std::uint8_t>(std::clamp(level + noise(random), 0.0, 255.0));
    }
    return image;
}

std::string text_of(const CodeReading& reading) {
    return reading.payload ? std::string(as_text(*reading.payload)) : "(unread)";
}

}  // namespace

TEST_CASE("a clean code is read plainly and located", "[imaging]") {
    const auto reading = read_code(draw_code(kPerson, 4).view());

    CHECK(text_of(reading) == kPerson);
    CHECK(reading.step == "plain");
    REQUIRE(reading.place);
    CHECK(std::abs(reading.place->left - 16) <= 4);
    CHECK(std::abs(reading.place->width - reading.modules * 4) <= 8);
}

TEST_CASE("a held card is read at any turn", "[imaging]") {
    const double turn = GENERATE(0, 13, 45, 90, 137, 180, 271, 300);

    CHECK(text_of(read_code(frame_of(7, turn).view())) == kPerson);
}

TEST_CASE("a card is read from afar, in the dark, blurred and in noise", "[imaging]") {
    const auto [frame, why] = GENERATE(table<Image, std::string>({
        {frame_of(6, 8), "1.6 pixels a module"},
        {dimmed(frame_of(13, 8), 12), "little light"},
        {noisy(frame_of(13, 8), 25), "noise"},
        {smoothed(frame_of(13, 8).view(), 1.6F), "blur"},
    }));

    INFO(why);
    CHECK(text_of(read_code(frame.view())) == kPerson);
}

TEST_CASE("a payload is exact bytes, whatever they are", "[imaging]") {
    const auto size = GENERATE(std::size_t{1}, std::size_t{256}, std::size_t{2331});
    std::string payload(size, '\0');
    for (std::size_t at = 0; at < size; ++at) payload[at] = static_cast<char>(at * 7 % 256);

    const auto reading = read_code(draw_code(payload, 3).view());

    CHECK(text_of(reading) == payload);
}

TEST_CASE("a picture without a code has none", "[imaging]") {
    const Image flat(640, 480, PixelFormat::Grey);

    CHECK_FALSE(read_code(flat.view()).payload);
    CHECK_FALSE(read_code(noisy(flat, 80).view()).payload);
    CHECK_FALSE(read_code({}).payload);
    CHECK_FALSE(read_code(Image(1, 1, PixelFormat::Grey).view()).payload);
}

TEST_CASE("a code of which too much is gone is seen but not read", "[imaging]") {
    Image code = draw_code(kPerson, 6);
    for (int y = code.height / 3; y < code.height * 2 / 3; ++y) {
        std::ranges::fill_n(code.pixels.begin() + std::ptrdiff_t{y} * code.width, code.width,
                            std::uint8_t{235});
    }

    const auto reading = read_code(code.view());

    CHECK_FALSE(reading.payload);
    CHECK(reading.place);
}
