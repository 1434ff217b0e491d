// Letters side by side, and whether they stand on a line or hang from one. For straight print.
#pragma once

#include <vector>

#include "kiosk/core/image.h"

namespace motlan {

/// Ink that hangs together: a letter, a part of one or several that touch.
struct InkPiece {
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
    int area = 0;

    [[nodiscard]] int height() const { return bottom - top; }
};

/// The pieces of `words` (255 where there is writing), from left to right.
[[nodiscard]] std::vector<InkPiece> pieces_of(const ImageView& words);

/// Half of the ink is in pieces that are no higher; 0 without ink.
[[nodiscard]] double usual_height(std::vector<InkPiece> pieces);

/// Latin print stands on its line: the feet of neighbours are level, their heads are not.
struct LetterVotes {
    int standing = 0;  ///< neighbours with level feet and unlike heads
    int hanging = 0;   ///< with level heads and unlike feet

    /// How clear it is, in standard deviations of chance: over 0 upright, under 0 upside down.
    [[nodiscard]] double clearness() const;
};

/// Counts neighbours on lines that run from left to right. `small` is the height of small letters
/// in pixels.
[[nodiscard]] LetterVotes letter_votes(const std::vector<InkPiece>& pieces, double small);

}  // namespace motlan
