// Three finder patterns that stand like those of one code.
#pragma once

#include <optional>
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

/// The likeliest corners of three finders that were seen, best first, at most 12.
[[nodiscard]] std::vector<QrCorner> corners_of(const std::vector<QrFinder>& finders);

/// The same of two finders that were seen: the third, which is burnt or dirty, is guessed as if
/// the card faced the camera.
[[nodiscard]] std::vector<QrCorner> corners_of_two(const std::vector<QrFinder>& finders);

/// Whether a finder of corners_of_two was only guessed.
[[nodiscard]] bool was_guessed(const QrFinder& finder);

/// The plane through the three finders and a fourth place, which lies `fourth_moved` pixels from
/// where a card that faces the camera has it; nothing when they do not span one.
[[nodiscard]] std::optional<QrWarp> warp_of(const QrCorner& corner, int modules,
                                            QrSpot fourth_moved);

/// The mean of the three modules, in pixels, and of the two legs.
[[nodiscard]] double module_of(const QrCorner& corner);
[[nodiscard]] double leg_of(const QrCorner& corner);

}  // namespace motlan
