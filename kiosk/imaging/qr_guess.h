// Where a code lies of which only two finder patterns were seen: the third is looked for where the
// fixed patterns of the whole code fit best, though glare or dirt hide it. Pure.
#pragma once

#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_find.h"

namespace motlan {

/// The likeliest places, best first, at most three.
[[nodiscard]] std::vector<QrPlacement> guessed_places(const ImageView& grey,
                                                      const std::vector<QrFinder>& finders);

}  // namespace motlan
