// Three finder patterns that stand like those of one code.
#pragma once

#include <vector>

#include "kiosk/imaging/qr_find.h"

namespace motlan {

/// In a code's order: at its corner, to the right of it, below it.
struct QrCorner {
    QrFinder corner;
    QrFinder right;
    QrFinder below;
    double merit = 0;  ///< the likeness of all three, less what their places and sizes cost
};

/// The likeliest corners, best first, at most 12. A finder that is burnt or dirty may be missing:
/// two are enough to guess the third.
[[nodiscard]] std::vector<QrCorner> corners_of(const std::vector<QrFinder>& finders);

/// The mean of the three modules, in pixels, and of the two legs.
[[nodiscard]] double module_of(const QrCorner& corner);
[[nodiscard]] double leg_of(const QrCorner& corner);

}  // namespace motlan
