// How good the light and the sharpness of a picture are, for whoever sets a camera. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "kiosk/core/image.h"

namespace motlan {

/// The share of the pixels in each sixteenth of the levels, dark to bright; together 1.
using LightShares = std::array<double, 16>;

/// Which parts of a picture are dazzled, row by row.
struct GlareMap {
    static constexpr int kColumns = 16;
    static constexpr int kRows = 9;
    std::vector<bool> cells = std::vector<bool>(std::size_t{kColumns} * kRows);

    [[nodiscard]] bool at(int column, int row) const {
        return cells[static_cast<std::size_t>(row * kColumns + column)];
    }
};

struct PictureFigures {
    double brightness = 0;  ///< mean level, 0 to 255
    double glare = 0;       ///< percent of the picture that is dazzled
    /// How much of the picture's whole contrast lies between neighbours at its sharpest edges, in
    /// percent: near 100 for a drawn line, below 20 for a blurred one. It compares pictures of the
    /// same thing, whatever their light.
    double focus = 0;
    LightShares light{};
    GlareMap glare_map{};
};

/// Of a picture in any format; all nothing for one without pixels.
[[nodiscard]] PictureFigures figures_of(const Image& picture);

}  // namespace motlan
