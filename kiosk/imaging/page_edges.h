// Finds the sheet in the picture of a document camera by its four edges.
#pragma once

#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

struct FoundSheet {
    /// Clockwise, from the corner that is nearest to the picture's upper left; beyond the picture
    /// where the sheet is.
    PageCorners corners{};
    double score = 0;         ///< how well its edges are seen, 0 to 1
    double step = 0;          ///< how much its colour differs from what is around it, grey levels
    bool is_cut_off = false;  ///< runs out of the picture
};

/// The sheet in an Rgb or grey picture, nothing when there is none.
[[nodiscard]] std::optional<FoundSheet> find_sheet(const ImageView& picture);

}  // namespace motlan
