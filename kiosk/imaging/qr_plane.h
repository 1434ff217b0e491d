// Numbers over the modules of a code, and how blur mixes neighbours. Pure arithmetic.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace motlan {

/// One number a module, row by row.
using QrPlane = std::vector<float>;

/// How far blur reaches, in modules: enough for a gaussian of sigma 1 or a movement of 2.5.
inline constexpr int kBlurReach = 3;
inline constexpr int kBlurSide = 2 * kBlurReach + 1;

/// What a module's measured level takes from each of its neighbours; the same seen from the
/// other side, as lens blur and even movement are.
using QrBlur = std::array<float, std::size_t{kBlurSide} * kBlurSide>;

/// A round gaussian; `sigma` in modules, above 0.
[[nodiscard]] QrBlur gaussian_blur(double sigma);

/// Every module becomes the weighted sum of its neighbours; `outside` is what lies beyond the
/// code's border.
[[nodiscard]] QrPlane blurred(const QrPlane& plane, int modules, const QrBlur& blur, float outside);

/// The sums of a plane under a gaussian window of `sigma` modules around each module; nothing
/// lies beyond the border.
[[nodiscard]] QrPlane window_sums(const QrPlane& plane, int modules, double sigma);

}  // namespace motlan
