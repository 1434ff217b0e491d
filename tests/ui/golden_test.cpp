// Pictures of chosen screens, drawn by the processor, compared pixel by pixel with those that
// people have looked at. KIOSK_APPROVE=1 writes new ones; look at them before committing.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/png.h"
#include "kiosk/imaging/png_picture.h"
#include "tests/support/checkout.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

/// Half as many pixels to the millimetre: the same layout, a quarter of the bytes.
constexpr Panel kHigh{540, 960, 4.034 / 2};
constexpr Panel kWide{960, 540, 4.034 / 2};

struct Golden {
    std::string_view sample;
    std::string_view look;
    Panel panel;
    Comfort comfort;
};

std::vector<Golden> goldens() {
    using enum TextSize;
    using enum ColourTheme;
    const auto vi = Language::Vietnamese;
    const auto en = Language::English;
    return {
        {"welcome", "high_vi", kHigh, {vi, Normal, Light}},
        {"welcome", "wide_en_contrast", kWide, {en, Normal, HighContrast}},
        {"what_you_need.copy", "high_vi", kHigh, {vi, Normal, Light}},
        {"what_you_need.copy", "high_vi_largest", kHigh, {vi, ExtraLarge, Light}},
        {"consent", "wide_vi_medium", kWide, {vi, Medium, Light}},
        {"check_details.copy", "high_en_dark", kHigh, {en, Normal, Dark}},
        {"check_details.copy", "low_vi_large", kHigh, {.size = Large, .is_low = true}},
        {"ask_question.text", "high_vi", kHigh, {vi, Normal, Light}},
        {"ask_question.text", "low_vi", kHigh, {.is_low = true}},
        {"scan_paper", "high_vi_left", kHigh, {.is_mirrored = true}},
        {"submitted", "high_vi_contrast", kHigh, {vi, Normal, HighContrast}},
        {"overlay.settings", "high_vi_dark", kHigh, {vi, Normal, Dark}},
        {"overlay.still_there", "high_vi_large", kHigh, {vi, Large, Light}},
        {"goodbye", "high_vi", kHigh, {vi, Normal, Light}},
    };
}

Image drawn(const Golden& golden) {
    std::vector<Sample> all = samples();
    const auto sample = std::ranges::find(all, golden.sample, &Sample::name);
    REQUIRE(sample != all.end());
    sample->state.comfort = golden.comfort;
    return Glass(golden.panel).picture(sample->state);
}

/// Pixels of which a colour is another by more than rounding.
std::ptrdiff_t differing(const Image& one, const Image& other) {
    std::ptrdiff_t count = 0;
    for (std::size_t i = 0; i < one.pixels.size(); i += 3) {
        int far = 0;
        for (std::size_t c = i; c < i + 3; ++c)
            far = std::max(far, std::abs(int{one.pixels[c]} - int{other.pixels[c]}));
        count += far > 8 ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("the chosen screens look as they did when somebody looked at them", "[ui]") {
    const bool is_approved = std::getenv("KIOSK_APPROVE") != nullptr;
    for (const Golden& golden : goldens()) {
        const auto file =
            checkout() / "tests/golden" / std::format("{}.{}.png", golden.sample, golden.look);
        const Image picture = drawn(golden);
        INFO(file.filename().string());
        if (is_approved) REQUIRE(write_file(file, encode_png(picture.view())).has_value());
        const auto bytes = read_file(file, 4'000'000);
        REQUIRE(bytes.has_value());
        const auto known = decode_png(*bytes, PixelFormat::Rgb);
        REQUIRE(known.has_value());
        REQUIRE(known->width == picture.width);
        REQUIRE(known->height == picture.height);
        // ux 9.2: a thousandth of the pixels.
        CHECK(differing(*known, picture) * 1000 <= std::ptrdiff_t{picture.width} * picture.height);
    }
}

}  // namespace motlan::testing
