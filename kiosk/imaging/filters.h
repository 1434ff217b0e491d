// Filters that bring a code's modules out of a poor picture. Grey pictures only.
#pragma once

#include "kiosk/core/image.h"

namespace motlan {

/// Smoothed by a gaussian of `sigma` pixels; the border is repeated outwards.
[[nodiscard]] Image smoothed(const ImageView& grey, float sigma);

/// Detail finer than `sigma` pixels made `gain` times stronger: v + gain * (v - smoothed v).
[[nodiscard]] Image sharpened(const ImageView& grey, float sigma, float gain);

/// Local contrast evened out over an 8 by 8 grid of tiles, each limited to `limit` times its
/// mean bin (contrast-limited adaptive histogram equalisation, Zuiderveld 1994).
[[nodiscard]] Image evened(const ImageView& grey, float limit);

}  // namespace motlan
