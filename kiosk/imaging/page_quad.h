// Plane geometry of four corners in a picture.
#pragma once

#include <optional>

#include "kiosk/imaging/page_lines.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

[[nodiscard]] double distance(PagePoint one, PagePoint other);

/// Far away (1e9) where lines are parallel.
[[nodiscard]] PagePoint crossing(const PageLine& one, const PageLine& other);

/// Positive when the corners go clockwise as seen in the picture.
[[nodiscard]] double area_of(const PageCorners& corners);

[[nodiscard]] PagePoint middle_of(const PageCorners& corners);

/// The line through two different places; its normal points to the right of the way in the
/// picture's coordinates, where y grows downwards.
[[nodiscard]] PageLine line_through(PagePoint from, PagePoint to);

/// The same corners, clockwise in the picture and beginning at its upper left.
[[nodiscard]] PageCorners ordered(PageCorners corners);

/// How little the corners look like a sheet seen from nearly above: 0 or less; nothing when they
/// cannot be one. The proportions count only for a sheet that is whole.
[[nodiscard]] std::optional<double> sheet_shape(const PageCorners& corners, bool is_whole);

/// Where the way from the middle through a place leaves the sheet.
[[nodiscard]] std::optional<PagePoint> way_out(PagePoint at, PagePoint middle,
                                               const PageCorners& sheet);

}  // namespace motlan
