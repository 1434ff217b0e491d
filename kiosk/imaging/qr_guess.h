// Where a code lies of which only two finder patterns were seen: the third is looked for where the
// fixed patterns of the whole code fit best, though glare or dirt hide it. Pure.
#pragma once

#include <vector>

#include "kiosk/imaging/qr_corner.h"
#include "kiosk/imaging/qr_relief.h"

namespace motlan {

/// The likeliest places, best first, at most `most`.
[[nodiscard]] std::vector<QrPlacement> guessed_places(const ImageView& grey,
                                                      const std::vector<QrFinder>& finders,
                                                      std::size_t most);

}  // namespace motlan
