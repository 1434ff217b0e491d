// The bar beside the viewfinder: larger codes are nearer, and it says what the hint says.
#include "kiosk/core/card_distance.h"

#include <array>
#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

/// In a picture of 1280 by 720.
int percent(int code, CardHint hint = CardHint::Blur) {
    return card_distance(code, 720, hint).value().percent;
}

}  // namespace

TEST_CASE("a larger code is a nearer card", "[core]") {
    int last = 101;
    for (const int code : {60, 90, 150, 240, 360, 500}) {
        INFO(code);
        CHECK(percent(code) < last);
        last = percent(code);
    }
}

TEST_CASE("what can just be read is at the far end of the good range", "[core]") {
    CHECK(percent(88) == CardDistance::kFarthest);
    CHECK(percent(432) == CardDistance::kNearest);
    CHECK_FALSE(card_distance(70, 720, CardHint::Blur)->is_good());
    CHECK_FALSE(card_distance(600, 720, CardHint::Blur)->is_good());
    CHECK(card_distance(200, 720, CardHint::Blur)->is_good());
}

TEST_CASE("the bar never contradicts the advice", "[core]") {
    for (const int code : {1, 88, 200, 432, 5000}) {
        INFO(code);
        CHECK(percent(code, CardHint::TooFar) > CardDistance::kFarthest);
        CHECK(percent(code, CardHint::TooNear) < CardDistance::kNearest);
        CHECK(card_distance(code, 720, CardHint::CodeSeen)->is_good());
        CHECK(card_distance(code, 720, CardHint::HoldStill)->is_good());
    }
}

TEST_CASE("without a code there is no distance", "[core]") {
    CHECK_FALSE(card_distance(0, 720, CardHint::WrongSide).has_value());
    CHECK_FALSE(card_distance(-5, 720, CardHint::TooFar).has_value());
    CHECK_FALSE(card_distance(90, 0, CardHint::TooFar).has_value());
}

TEST_CASE("any numbers stay on the bar", "[core]") {
    constexpr int kMost = 2'147'483'647;
    for (const int code : {1, 500, kMost}) {
        for (const int picture : {1, 720, kMost}) {
            const int place = card_distance(code, picture, CardHint::Blur)->percent;
            CHECK(place >= 0);
            CHECK(place <= 100);
        }
    }
}
