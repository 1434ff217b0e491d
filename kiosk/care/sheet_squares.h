// The corner squares of the test sheet in a scan, and what sources of this folder share about
// pixels.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "kiosk/core/image.h"

namespace motlan {

/// Darker is ink.
inline constexpr int kInkGrey = 110;

struct DotPlace {
    double x = 0;
    double y = 0;
};

/// A dark square: its middle and how wide it is, in pixels.
struct Square {
    DotPlace middle;
    double side = 0;
};

/// Brightness of a pixel, 0 to 255; grey or colour.
[[nodiscard]] int grey_of(const ImageView& scan, int x, int y);

/// Upper left, upper right, lower left, lower right of the sheet as it was printed; nothing where
/// they are not. `dots` are pixels each millimetre.
[[nodiscard]] std::optional<std::array<Square, 4>> corner_squares(const ImageView& scan,
                                                                  double dots);

/// The darkest by the brightest, percent.
[[nodiscard]] double evenness_of(const std::vector<double>& whites);

}  // namespace motlan
