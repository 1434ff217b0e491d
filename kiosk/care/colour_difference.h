// How far a colour that was scanned is from the one that was printed, as eyes see it.
#pragma once

#include <array>
#include <cstdint>

namespace motlan {

/// The difference of two sRGB colours (IEC 61966-2-1) in CIE 1976 L*a*b*, white point D65: 2 is
/// just seen, 15 is another colour to a careful eye.
[[nodiscard]] double colour_difference(const std::array<double, 3>& one,
                                       const std::array<std::uint8_t, 3>& other);

}  // namespace motlan
