// Bright, even areas of a small picture. Where a patterned cloth has more lines than anybody can
// look at, the sheet on it still is the largest of them.
#pragma once

#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_lines.h"

namespace motlan {

/// The straight sides of such areas, to within a few pixels; none along the border of the picture.
/// For an Rgb or grey picture of at most about a megapixel.
[[nodiscard]] std::vector<ExpectedLine> island_sides(const ImageView& picture);

}  // namespace motlan
