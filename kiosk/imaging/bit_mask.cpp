#include "kiosk/imaging/bit_mask.h"

#include <bit>

namespace motlan {

std::int64_t count_set(const BitMask& mask) {
    std::int64_t sum = 0;
    for (const std::uint32_t word : mask.words) sum += std::popcount(word);
    return sum;
}

}  // namespace motlan
