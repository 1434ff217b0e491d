// Letters side by side, and whether they stand on a line or hang from one. For straight print.
#pragma once

#include "kiosk/core/image.h"

namespace motlan {

/// Latin print stands on its line: the feet of neighbours are level, their heads are not.
struct LetterVotes {
    int standing = 0;  ///< neighbours with level feet and unlike heads
    int hanging = 0;   ///< with level heads and unlike feet

    /// How clear it is, in standard deviations of chance: over 0 upright, under 0 upside down.
    [[nodiscard]] double clearness() const;
};

/// Counts neighbours in `words` (255 where there is writing), whose lines run from left to right.
/// `small` is the height of its small letters in pixels.
[[nodiscard]] LetterVotes letter_votes(const ImageView& words, double small);

}  // namespace motlan
