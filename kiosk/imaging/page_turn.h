// Which way up a written page lies, without reading it.
#pragma once

#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"
#include "kiosk/imaging/page_skew.h"

namespace motlan {

struct Orientation {
    Turn turn = Turn::None;             ///< clockwise, until the page is upright
    Reading reading = Reading::Across;  ///< how its lines run before it is turned
    Skew skew;                          ///< of its lines, once it is turned
    double sure = 0;                    ///< 0 to 1; from 0.25 on no drawn page was turned wrongly
    double letter_pixels = 0;  ///< height of its small letters in pixels of `words`; 0 when unknown
};
/// Under this the orientation is little better than a guess, and a person is asked. Drawn pages
/// that have a way up score 0.4 and more, those that have none 0.15 at most.
inline constexpr double kTurnLost = 0.2;

/// `words` is 255 where there is writing. Latin letters reach higher above their line than below
/// it, and Vietnamese marks stand above nearly all the time. `known` is how the lines run, where
/// the sheet's shape says so.
[[nodiscard]] Orientation orientation_of(const ImageView& words, std::optional<Reading> known = {});

}  // namespace motlan
