// Ink that hangs together: letters and dots are small pieces, the strokes of a pen long ones.
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/core/cell_grid.h"
#include "kiosk/reading/recogniser.h"

namespace motlan {

/// A part of a page, in its pixels.
struct ReadArea {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    [[nodiscard]] int right() const { return left + width; }
    [[nodiscard]] int bottom() const { return top + height; }
    bool operator==(const ReadArea&) const = default;
};

/// Takes pieces of ink out of one area of a page, each once. A piece goes on through touching
/// corners and ends at the area's edge.
class InkPieces {
public:
    /// Copies the ink of `area`, which is cut to the page.
    InkPieces(const LegiblePage& page, const ReadArea& area);

    /// A piece that has ink in `part` of the page and was not taken before, in rows from the top.
    struct Piece {
        ReadArea box;            ///< of the page
        std::ptrdiff_t ink = 0;  ///< pixels
    };
    std::vector<Piece> take(const ReadArea& part);

private:
    ReadArea area_;
    CellGrid ink_;
};

}  // namespace motlan
