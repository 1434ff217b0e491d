// What to tell a person who holds a card before a camera, judged from its pictures in a row:
// what one picture cannot show (movement, a card without a code), and no flicker of hints.
// What stands, hangs or walks behind is no card: that has four straight sides and print, and has
// come since the first picture.
// Keeps two pictures of some 160 by 90 pixels and a few numbers.
#pragma once

#include <optional>

#include "kiosk/core/card_hint.h"
#include "kiosk/core/image.h"
#include "kiosk/imaging/card_sight.h"
#include "kiosk/imaging/qr_decode.h"

namespace motlan {

class CardGuide {
public:
    /// A hint must be right for this many pictures in a row before it replaces another; a code
    /// that was read shows at once. At 10 pictures a second and with the viewfinder's own dwell
    /// of 1.2 s (ux 4) that is soon enough.
    static constexpr int kSteadyPictures = 3;
    /// A still card that shows no code for so many pictures is held the wrong way round.
    static constexpr int kSidePictures = 8;

    /// The hint after one more picture, grey and of at least 32 by 32 pixels, and what was found
    /// in it. A guide is for one watch: its first picture shows the place before a card comes.
    [[nodiscard]] CardHint after(const ImageView& grey, const CodeReading& reading);

private:
    CardHint hint_in(const ImageView& grey, const CodeReading& reading);
    CardHint hint_without_code();
    void look_for_card(const ImageView& glance);
    [[nodiscard]] bool covers(const ImageView& glance);
    [[nodiscard]] bool has_moved(const Image& before) const;

    CardPlace place_;
    Image before_;
    std::optional<CardSight> card_;  ///< where one was seen last
    int belief_ = 0;                 ///< that it is still there
    int pictures_ = 0;
    bool is_covered_ = false;  ///< the whole picture, by something that shows no outline
    CardHint shown_ = CardHint::NoCard;
    CardHint coming_ = CardHint::NoCard;
    int steady_ = 0;
    int near_ = 0;  ///< that a code is there and cut off
    int without_code_ = 0;
};

}  // namespace motlan
