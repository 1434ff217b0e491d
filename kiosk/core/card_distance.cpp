#include "kiosk/core/card_distance.h"

#include <algorithm>
#include <cmath>

namespace motlan {
namespace {

// A card's code of 49 modules, of 1.8 pixels each: with fewer the hint is "too far" (imaging).
constexpr double kLeastCode = 88;
// Of the picture: a code so large leaves little room for the hand that holds it.
constexpr double kMostShare = 0.6;
// Where the advice is clear the bar is, too.
constexpr int kSurelyNear = 10;
constexpr int kSurelyGood = 36;
constexpr int kSurelyFar = 90;

/// Twice as far is a code half as large: equal steps of the bar are equal parts of the distance.
int percent_of(double code, double picture) {
    const double most = std::max(picture * kMostShare, 2 * kLeastCode);
    const double way = std::log(most / code) / std::log(most / kLeastCode);
    const int good = CardDistance::kFarthest - CardDistance::kNearest;
    return std::clamp(static_cast<int>(std::lround(CardDistance::kNearest + way * good)), 0, 100);
}

}  // namespace

std::optional<CardDistance> card_distance(int code, int picture, CardHint hint) {
    if (code <= 0 || picture <= 0) return std::nullopt;
    const int percent = percent_of(code, picture);
    if (hint == CardHint::TooFar) return CardDistance{std::max(percent, kSurelyFar)};
    if (hint == CardHint::TooNear) return CardDistance{std::min(percent, kSurelyNear)};
    if (hint != CardHint::CodeSeen && hint != CardHint::HoldStill) return CardDistance{percent};
    return CardDistance{std::clamp(percent, kSurelyGood, 100 - kSurelyGood)};
}

}  // namespace motlan
