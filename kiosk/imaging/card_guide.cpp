#include "kiosk/imaging/card_guide.h"

#include <algorithm>
#include <utility>

#include "kiosk/imaging/card_hint.h"

namespace motlan {
namespace {

// From one picture to the next, as a share of what is to be seen on the card. Set on drawn cards:
// 3 pixels stay below a half of it, 40 are above twice as much.
constexpr double kMovement = 0.5;
// Standard deviation of the levels on a card, at least; of blank paper it is a few.
constexpr double kPrint = 12;
// Of the picture's width: a card of that width has modules of 1.1 pixels before a camera of 1280,
// and what is smaller cannot be read on either side.
constexpr double kFarWidth = 0.33;
// Of the picture: only what is too near covers so much.
constexpr double kCovered = 0.85;
constexpr double kOtherThing = 0.5;
constexpr double kSamePlace = 0.9;
// A card so wide is often cut off; shirts of people behind it reached a half.
constexpr double kLargeWidth = 0.6;
constexpr int kBelieved = 2;
constexpr int kMostBelief = 3;
// A code that is cut off is found in some pictures only, and something like it may be seen by
// chance once.
constexpr int kNearStep = 4;
constexpr int kMostNear = 8;

// Where it is in the picture that it was seen in at its small size.
PageCorners corners_in(const ImageView& grey, const ImageView& glance, PageCorners corners) {
    const double scale = double(grey.width) / glance.width;
    for (PagePoint& corner : corners) corner = {corner.x * scale, corner.y * scale};
    return corners;
}

}  // namespace

// Costs more than all else here: every third picture is enough, and the one after it where that may
// have shown something like a card by chance.
void CardGuide::look_for_card(const ImageView& glance) {
    if (++pictures_ % 3 != 0 && belief_ != 1) return;
    const auto news = place_.news_in(glance);
    is_covered_ = news && news->share > kCovered && covers(glance);
    const auto seen = news && !is_covered_ ? find_card(news->picture.view()) : std::nullopt;
    // What the picture cuts off may be anybody's shirt, unless it was seen whole before or is
    // large.
    const bool may_be_card =
        seen && (!seen->is_cut_off || belief_ > 0 || seen->width >= kLargeWidth);
    const bool is_card =
        may_be_card && change_between(glance, glance, seen->corners).print >= kPrint;
    belief_ = std::clamp(belief_ + (is_card ? 1 : -1), 0, kMostBelief);
    if (is_card) card_ = seen;
    if (belief_ > 0) return;
    card_.reset();
    if (!is_covered_) place_.learn(glance);
}

// Where nearly everything is new: whether that is something printed, so near that it shows no
// outline. The same place in another light is learned at once.
bool CardGuide::covers(const ImageView& glance) {
    const double right = glance.width;
    const double bottom = glance.height;
    const PageCorners all{{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}}};
    const double likeness = place_.likeness(glance);
    if (likeness > kSamePlace) place_ = CardPlace(before_);
    return likeness < kOtherThing && change_between(glance, glance, all).print >= kPrint;
}

bool CardGuide::has_moved(const Image& before) const {
    return card_ && change_between(before.view(), before_.view(), card_->corners).moved > kMovement;
}

// The hint for a card whose code was not found, from how long that has been so.
CardHint CardGuide::hint_without_code() {
    without_code_ = std::min(without_code_ + 1, kSidePictures);
    if (without_code_ < kSidePictures) return CardHint::NoCard;
    const bool is_far = card_ && !card_->is_cut_off && card_->width < kFarWidth;
    return is_far ? CardHint::TooFar : CardHint::WrongSide;
}

CardHint CardGuide::hint_in(const ImageView& grey, const CodeReading& reading) {
    const int without_code = std::exchange(without_code_, std::max(0, without_code_ - 2));
    if (reading.payload) return CardHint::CodeSeen;
    Image glance = card_glance(grey);
    if (!place_.is_seen_by(glance.view())) place_ = CardPlace(before_ = glance);
    const Image before = std::exchange(before_, std::move(glance));
    look_for_card(before_.view());
    const bool is_there = belief_ >= kBelieved;
    std::optional<PageCorners> card;
    if (is_there) card = corners_in(grey, before_.view(), card_->corners);
    const CardHint hint = hint_for(grey, reading, card);
    near_ =
        hint == CardHint::TooNear ? std::min(near_ + kNearStep, kMostNear) : std::max(0, near_ - 1);
    // All other hints come from a code that was seen, or from the light.
    const bool needs_card = hint == CardHint::NoCard || (hint == CardHint::Blur && !reading.place);
    if (!needs_card) return hint;
    if (is_there && has_moved(before)) return CardHint::HoldStill;
    if (hint == CardHint::Blur && is_there) return hint;
    if (near_ > kNearStep) return CardHint::TooNear;
    if (!is_there) return is_covered_ ? CardHint::TooNear : CardHint::NoCard;
    without_code_ = without_code;
    return hint_without_code();
}

CardHint CardGuide::after(const ImageView& grey, const CodeReading& reading) {
    const CardHint hint = hint_in(grey, reading);
    steady_ = hint == coming_ ? steady_ + 1 : 1;
    coming_ = hint;
    if (steady_ >= kSteadyPictures || hint == CardHint::CodeSeen) shown_ = hint;
    return shown_;
}

}  // namespace motlan
