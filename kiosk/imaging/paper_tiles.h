// How light the paper is, square by square, under whatever is printed on it.
#pragma once

#include <array>
#include <vector>

#include "kiosk/core/image.h"

namespace motlan {

inline constexpr int kPaperTile = 64;  ///< pixels

/// The paper's level in each channel, 1 to 255; of a Grey page the first alone counts.
using TilePaper = std::array<int, 3>;

/// For each square of a Grey or Rgb page, row by row. Paper is what nine of ten pixels of the
/// square do not exceed, but never darker than six tenths of the page's usual paper, except in a
/// shadow: a large, even, grey darkness. Beside a shadow the paper is as dark as in it, so that the
/// shadow's edge is no ink.
[[nodiscard]] std::vector<TilePaper> papers_of(const ImageView& page);

}  // namespace motlan
