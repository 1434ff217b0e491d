// How much of a sheet's side is seen along a line of the picture, and whether the line goes on.
#pragma once

#include "kiosk/imaging/page_lines.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// Shares of the way, 0 to 1, of one side.
struct SideCover {
    double inside = 0;  ///< of the part within the picture
    double before = 0;  ///< a little way beyond the corner where the side begins
    double after = 0;   ///< the same beyond the other corner
    double length = 0;  ///< of the part within the picture, in pixels
};

/// A sheet's side: from one corner to the next, the middle of the sheet to tell its inner side by.
struct SheetSide {
    PagePoint from;
    PagePoint to;
    PagePoint middle;
};

/// Paper is brighter than what is around it, so a side that gets darker inwards counts less. What
/// lies outside of a picture of this size cannot be seen and does not count.
[[nodiscard]] SideCover cover_along(const SeenLine& line, const SheetSide& side, PagePoint size);

}  // namespace motlan
