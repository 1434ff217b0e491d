// The way most phone scanners' tutorials find a page: the largest quadrilateral among the contours
// of Canny's edges (the baseline of the capture design, 4).
#pragma once

#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan::testing {

[[nodiscard]] std::optional<PageCorners> canny_corners(const Image& picture);

}  // namespace motlan::testing
