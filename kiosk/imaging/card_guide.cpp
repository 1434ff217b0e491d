#include "kiosk/imaging/card_guide.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "kiosk/imaging/card_hint.h"
#include "kiosk/imaging/resize.h"

namespace motlan {
namespace {

// Mean difference of two small pictures, as a share of their contrast, that means movement.
// Set on drawn cards: 3 pixels a picture stay below a third of it, 40 are above twice as much.
constexpr double kMovement = 0.035;
// Share of a picture with edges that a card's print gives; an empty wall has none.
constexpr double kCardDetail = 0.03;
// Of the picture's width: a card of that width has modules of 1.1 pixels before a camera of 1280,
// and what is smaller cannot be read on either side.
constexpr double kFarWidth = 0.33;
constexpr int kSmallest = 16;

Image small_of(const ImageView& grey) {
    Image small = halved(grey);
    while (small.width >= 160 && small.height >= 2 * kSmallest) small = halved(small.view());
    return small;
}

}  // namespace

bool CardGuide::has_moved(const ImageView& grey) {
    Image now = small_of(grey);
    const Image before = std::exchange(before_, now);
    if (before.pixels.size() != now.pixels.size()) return false;
    std::int64_t difference = 0;
    for (std::size_t i = 0; i < now.pixels.size(); ++i) {
        difference += std::abs(now.pixels[i] - before.pixels[i]);
    }
    const auto [dark, light] = std::ranges::minmax(now.pixels);
    const double contrast = std::max(1, light - dark);
    return double(difference) / double(now.pixels.size()) > kMovement * contrast;
}

CardHint CardGuide::hint_in(const ImageView& grey, const CodeReading& reading) {
    const bool is_moving = has_moved(grey);
    if (reading.payload) {
        without_code_ = std::max(0, without_code_ - 2);
        return CardHint::CodeSeen;
    }
    const PictureLook look = look_of(grey);
    const CardHint hint = hint_for(grey, reading, look);
    const bool may_be_moving = hint == CardHint::Blur || hint == CardHint::NoCard;
    if (is_moving && may_be_moving) {
        without_code_ = 0;
        return CardHint::HoldStill;
    }
    // A code that is cut off is found in some pictures only.
    near_ = hint == CardHint::TooNear ? kSidePictures : std::max(0, near_ - 1);
    if (hint == CardHint::NoCard && near_ > 0) return CardHint::TooNear;
    const bool lacks_code = hint == CardHint::NoCard && look.detail >= kCardDetail;
    without_code_ = lacks_code ? without_code_ + 1 : std::max(0, without_code_ - 2);
    if (without_code_ < kSidePictures) return hint;
    return look.width < kFarWidth ? CardHint::TooFar : CardHint::WrongSide;
}

CardHint CardGuide::after(const ImageView& grey, const CodeReading& reading) {
    const CardHint hint = hint_in(grey, reading);
    steady_ = hint == coming_ ? steady_ + 1 : 1;
    coming_ = hint;
    if (steady_ >= kSteadyPictures || hint == CardHint::CodeSeen) shown_ = hint;
    return shown_;
}

}  // namespace motlan
