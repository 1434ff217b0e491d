#include "tests/bench/qr_watch.h"

#include <algorithm>
#include <cstddef>

#include "tests/bench/qr_camera.h"

namespace motlan::testing {

Image without_code(Image card) {
    for (int y = 0; y < card.height / 3; ++y) {
        std::fill_n(card.pixels.begin() + std::ptrdiff_t{y} * card.width + card.width * 3 / 4,
                    card.width / 4, std::uint8_t{235});
    }
    return card;
}

CardHint CardWatch::show(const Image& card, const Change& change, const Image& behind) {
    scene_ = next_scene(scene_, {.name = "held"}, Glare::Stays, shown_);
    Scene now = scene_;
    change(now, shown_++);
    const Image picture = photograph(card, now, behind);
    return guide_.after(picture.view(), reader_.look(picture.view()));
}

}  // namespace motlan::testing
