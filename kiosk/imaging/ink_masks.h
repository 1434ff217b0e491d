// Tells the ink of an upright page from its paper: print, coloured ink, pictures.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/bit_mask.h"

namespace motlan {

/// Side of the squares in which paper, ink and pictures are judged: 5.4 mm at 300 dpi.
inline constexpr int kInkTile = 64;

/// What of a page is ink.
struct InkMasks {
    BitMask print;      ///< dark and without colour: text, lines, grey pencil
    BitMask colour;     ///< stamps, signatures, coloured print
    BitMask doubtful;   ///< without colour, and hardly nearer to ink than to paper or to paper than
                        ///< to ink
    BitMask undecided;  ///< of these, what is so even in the smallest mark of a letter
    Image level;        ///< Grey: the darkest channel as a share of the paper's, 255 is paper
    std::vector<bool> pictures;  ///< squares of kInkTile that hold continuous tones, row by row
    int tile_columns = 0;

    [[nodiscard]] bool is_picture(int x, int y) const {
        return pictures[static_cast<std::size_t>(y / kInkTile) *
                            static_cast<std::size_t>(tile_columns) +
                        static_cast<std::size_t>(x / kInkTile)];
    }
};

/// Looks at a Grey or Rgb page of 150 to 300 dpi whose paper is lighter than its ink.
[[nodiscard]] InkMasks split_ink(const ImageView& page);

}  // namespace motlan
