// How like a finder pattern the levels on rings around a place are, whichever way it is turned.
#pragma once

#include <array>
#include <cstddef>

namespace motlan {

/// A place relative to the pattern's middle, in modules.
struct RingPoint {
    double x = 0;
    double y = 0;
};

inline constexpr std::size_t kRingPoints = 1 + 4 + 12 + 12 + 12;
/// The last twelve points lie on the outermost ring, which is light.
inline constexpr std::size_t kOuterRing = kRingPoints - 12;

/// The points where the levels are taken.
[[nodiscard]] const std::array<RingPoint, kRingPoints>& ring_points();

/// Correlation of the levels at these points with a finder pattern, sharp or blurred, whichever
/// is more alike: up to 1; 0 where there is hardly any contrast.
[[nodiscard]] double ring_likeness(const std::array<float, kRingPoints>& levels);

}  // namespace motlan
