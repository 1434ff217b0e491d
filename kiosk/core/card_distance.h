// How far from the camera a card is held, as the bar beside the viewfinder shows it.
#pragma once

#include <optional>

#include "kiosk/core/card_hint.h"

namespace motlan {

/// In percent of the bar: 0 at the lens, 100 where no code can be read any more.
struct CardDistance {
    int percent = 50;

    /// Between these a code can be read.
    static constexpr int kNearest = 30;
    static constexpr int kFarthest = 70;
    [[nodiscard]] constexpr bool is_good() const {
        return percent >= kNearest && percent <= kFarthest;
    }
    bool operator==(const CardDistance&) const = default;
};

/// From the side of the code in a picture and the picture's shorter side, both in pixels; nothing
/// where no code was found. It never contradicts the hint that is shown beside it.
[[nodiscard]] std::optional<CardDistance> card_distance(int code, int picture, CardHint hint);

}  // namespace motlan
