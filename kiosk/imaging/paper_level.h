// How dark and how coloured each pixel of a page is beside the paper around it.
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/core/image.h"

namespace motlan {

/// What the darker pixels of a small block have in common.
struct InkColour {
    int red = 0;   ///< sum of red minus green
    int blue = 0;  ///< sum of blue minus green
    int pixels = 0;

    InkColour& operator+=(const InkColour& other) {
        red += other.red;
        blue += other.blue;
        pixels += other.pixels;
        return *this;
    }
};

struct PaperLevel {
    Image level;   ///< Grey: the darkest channel as a share of the paper's, 255 is paper; smoothed
    Image chroma;  ///< Grey: how far the channels are apart; no pixels for a Grey page
    std::vector<InkColour> blocks;  ///< for each 8 by 8 pixels, row by row
    int block_columns = 0;
    int block_rows = 0;

    static constexpr int kBlock = 8;

    [[nodiscard]] const InkColour& block(int column, int row) const {
        return blocks[static_cast<std::size_t>(row) * static_cast<std::size_t>(block_columns) +
                      static_cast<std::size_t>(column)];
    }
    [[nodiscard]] std::size_t block_at(int x, int y) const {
        return static_cast<std::size_t>(y / kBlock) * static_cast<std::size_t>(block_columns) +
               static_cast<std::size_t>(x / kBlock);
    }
};

/// Measures a Grey or Rgb page beside its paper (papers_of).
[[nodiscard]] PaperLevel relate_to_paper(const ImageView& page);

}  // namespace motlan
