// What to tell a person who holds a card before a camera, judged from its pictures in a row:
// what one picture cannot show (movement, a card without a code), and no flicker of hints.
// Keeps one picture of some 80 by 45 pixels and a few numbers.
#pragma once

#include "kiosk/core/card_hint.h"
#include "kiosk/core/image.h"
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
    /// in it.
    [[nodiscard]] CardHint after(const ImageView& grey, const CodeReading& reading);

private:
    CardHint hint_in(const ImageView& grey, const CodeReading& reading);
    bool has_moved(const ImageView& grey);

    Image before_;
    CardHint shown_ = CardHint::NoCard;
    CardHint coming_ = CardHint::NoCard;
    int steady_ = 0;
    int near_ = 0;  ///< pictures for which a code that was cut off is still believed
    int without_code_ = 0;
};

}  // namespace motlan
