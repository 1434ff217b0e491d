// A sheet seen at a slant becomes a flat, upright, straight picture of itself, in one step.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// Where a sheet lies in a picture and how large it is.
struct SheetPlace {
    PageCorners corners{};  ///< clockwise, upper left first, as in the picture
    double width_mm = 0;    ///< of the edge from the first corner to the second
    double height_mm = 0;
    double dpi = 0;  ///< of the sheet in the picture
    PaperSize size = PaperSize::Other;
};

/// The size of a sheet whose corners are known; `dpi` 0 when unknown (see PageOptions).
[[nodiscard]] SheetPlace measured(const PageCorners& corners, double dpi);

struct FlatWish {
    double dpi = 0;
    Turn turn = Turn::None;
    double degrees = 0;   ///< clockwise, after the turn
    double extra_mm = 0;  ///< more canvas on every side, so that nothing is cut by the degrees
};

/// The sheet as a picture of its own; beyond the sheet is white.
[[nodiscard]] Image flattened(const ImageView& picture, const SheetPlace& place,
                              const FlatWish& wish);

}  // namespace motlan
