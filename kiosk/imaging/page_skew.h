// How far lines of text lean.
#pragma once

#include "kiosk/core/image.h"

namespace motlan {

/// The angle that makes text lines level.
struct Skew {
    double degrees = 0;  ///< counter-clockwise lean of the text is positive; the page is turned
                         ///< clockwise by it to become straight. Between -kSkewReach and kSkewReach
    double sure = 0;     ///< 0 to 1; under kSkewSure the angle means nothing
    double crest = 0;    ///< how sharply lines stand out at that angle; to compare directions
};
inline constexpr double kSkewReach = 16;
inline constexpr double kSkewSure = 0.15;

/// Text lines along the rows of a picture of ink (255 is ink), or along its columns.
enum class Reading : std::uint8_t { Across, Down };
[[nodiscard]] Skew skew_of(const ImageView& ink, Reading reading, double reach = kSkewReach);

/// The same angle, read more exactly from all ink of a page of this many dots per inch: printed
/// frames, rules and leaders lie as the text does, and sparse or slanted text has little to go by.
[[nodiscard]] Skew refined(const Skew& skew, const ImageView& ink, Reading reading, double dpi);

}  // namespace motlan
