// Where a reflection hides a page: found in its light, ringed in the picture that people see.
#pragma once

#include <span>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_ink.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

struct Glare {
    double share = 0;             ///< of the page, 0 to 1
    std::vector<PageArea> areas;  ///< as the picture lies, largest first; at most eight
};

/// Where the sensor is as white as it goes while the rest of the paper is not.
[[nodiscard]] Glare glare_of(const PageInk& ink);

/// The same area of a page that was turned.
[[nodiscard]] PageArea turned(const PageArea& area, Turn turn);

/// Draws a yellow ring with dark borders around each area of an Rgba picture of the whole page.
void ring(Image& picture, std::span<const PageArea> areas);

}  // namespace motlan
