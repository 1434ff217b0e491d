// Where a small picture changes most, whatever its colours.
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/core/image.h"

namespace motlan {

/// The crests of change in a picture: how sure each is (0 to 1; 0 where there is none), and the
/// direction in which it gets brighter.
struct PageGradient {
    int width = 0;
    int height = 0;
    std::vector<float> weight;
    std::vector<float> nx;
    std::vector<float> ny;

    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
};

/// Of an Rgb or grey picture.
[[nodiscard]] PageGradient gradient_of(const ImageView& picture);

}  // namespace motlan
