// A screen that comes in moves for a fifth of a second, unless somebody wants it still.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/glide.h"

namespace motlan {
namespace {
using namespace std::chrono_literals;
constexpr int kFar = 100;
}  // namespace

TEST_CASE("the content comes from the right, slows down and stands", "[ui]") {
    Glide glide;
    glide.begin(1000ms, {});

    const int first = glide.offset(1000ms, kFar);
    const int second = glide.offset(1100ms, kFar);
    CHECK(first == kFar);
    CHECK(second > 0);
    CHECK(second < kFar / 2);
    CHECK(glide.is_moving());
    CHECK(glide.offset(1200ms, kFar) == 0);
    CHECK_FALSE(glide.is_moving());
}

TEST_CASE("for the left hand it comes from the left", "[ui]") {
    Glide glide;
    glide.begin(0ms, {.is_mirrored = true});

    CHECK(glide.offset(0ms, kFar) == -kFar);
}

TEST_CASE("nothing moves for those who want it still, who listen, or who need contrast", "[ui]") {
    for (const Comfort& comfort : {Comfort{.is_still = true}, Comfort{.is_voiced = true},
                                   Comfort{.theme = ColourTheme::HighContrast}}) {
        Glide glide;
        glide.begin(0ms, comfort);

        CHECK_FALSE(glide.is_moving());
        CHECK(glide.offset(0ms, kFar) == 0);
    }
}

TEST_CASE("a clock that runs back ends the movement", "[ui]") {
    Glide glide;
    glide.begin(1000ms, {});

    CHECK(glide.offset(10ms, kFar) == 0);
    CHECK_FALSE(glide.is_moving());
}

}  // namespace motlan
