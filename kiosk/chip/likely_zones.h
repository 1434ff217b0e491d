// The zones that a card may have, from what its code says: what opens a chip without PACE while
// nobody types. A guess that the chip itself judges; it is never shown and proves nothing.
#pragma once

#include <vector>

#include "kiosk/chip/mrz.h"

namespace motlan {

/// The zones that the card of this profile may have, the likeliest first. Number and birth stand in
/// the code; the end of a card follows from birth and issue by the ages at which cards are renewed
/// (Law on Identity 26/2023/QH15, article 21). That a real zone holds these digits, and what it
/// says of a birth on 29 February or of an end that never comes, is not verified.
/// None when day and month of birth, or the issue, are not known.
[[nodiscard]] std::vector<MrzKey> likely_zones(const Profile& profile);

}  // namespace motlan
