// What speaks for four lines of a small picture being the edges of a sheet.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_cover.h"
#include "kiosk/imaging/page_lines.h"
#include "kiosk/imaging/page_report.h"
#include "kiosk/imaging/page_surface.h"

namespace motlan {

/// A sheet that may lie there.
struct SheetGuess {
    std::array<int, 4> sides{};  ///< numbers of lines, around the sheet
    PageCorners corners{};       ///< corner i is where side i begins
    double score = 0;            ///< what speaks for it: about 1 is a clear sheet
    double beyond = 0;           ///< what of it was taken off for edges that go on at the corners
    double step = 0;             ///< how much it differs from the desk, grey levels
    int borders = 0;             ///< sides that are the picture's own border
};

/// Lines are numbered: first those that were seen, then the four borders of the picture.
class SheetEdges {
public:
    /// Borrows the Rgb or grey picture, of at most about a megapixel.
    explicit SheetEdges(const ImageView& picture);

    [[nodiscard]] int seen_count() const { return static_cast<int>(seen_.size()); }
    [[nodiscard]] int count() const { return static_cast<int>(lines_.size()); }
    [[nodiscard]] bool is_border(int line) const { return line >= seen_count(); }
    [[nodiscard]] const PageLine& line(int number) const {
        return lines_[static_cast<std::size_t>(number)];
    }
    [[nodiscard]] const ImageView& picture() const { return picture_; }
    [[nodiscard]] const PageSurface& surface() const { return surface_; }

    /// Four lines around a sheet, scored by edges and shape; nothing where no sheet can be.
    [[nodiscard]] std::optional<SheetGuess> guess(const std::array<int, 4>& sides) const;
    /// The same guess, scored by its colours too.
    [[nodiscard]] SheetGuess looked_at(SheetGuess guess) const;

private:
    struct Support {
        double seen = 0;    // how much speaks for the edges
        double beyond = 0;  // and that they go on beyond the corners
    };
    [[nodiscard]] bool is_near(PagePoint at) const;
    [[nodiscard]] SideCover cover_of(const SheetGuess& guess, std::size_t side) const;
    [[nodiscard]] std::optional<Support> support_of(const SheetGuess& guess) const;

    ImageView picture_;
    PageSurface surface_;
    std::vector<SeenLine> seen_;
    std::vector<PageLine> lines_;
};

}  // namespace motlan
