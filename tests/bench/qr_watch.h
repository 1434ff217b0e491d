// Somebody who holds a card before the eye's camera, one picture after the other, and what is said.
#pragma once

#include <functional>

#include "kiosk/imaging/card_guide.h"
#include "kiosk/imaging/qr_decode.h"
#include "tests/bench/qr_scene.h"

namespace motlan::testing {

/// The other side of a printed card: the same with paper where its code is.
[[nodiscard]] Image without_code(Image card);

class CardWatch {
public:
    /// What somebody does with the card in the picture of that number.
    using Change = std::function<void(Scene& scene, int picture)>;

    explicit CardWatch(const Scene& scene) : scene_(scene) {}

    /// The hint after one more picture, a moment after the last: of the card before what is behind
    /// it; an empty picture is no card.
    CardHint show(const Image& card, const Change& change, const Image& behind);

private:
    Scene scene_;
    CodeReader reader_;
    CardGuide guide_;
    int shown_ = 0;
};

}  // namespace motlan::testing
