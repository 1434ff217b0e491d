// Long straight edges in a small colour picture, and how much of an edge there is along any part
// of them.
#pragma once

#include <span>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// A line x * nx + y * ny = away, its normal of length 1.
struct PageLine {
    double nx = 0;
    double ny = 0;
    double away = 0;

    [[nodiscard]] double distance(PagePoint at) const { return at.x * nx + at.y * ny - away; }
    /// How far along the line a place is.
    [[nodiscard]] double along(PagePoint at) const { return at.y * nx - at.x * ny; }
    [[nodiscard]] PagePoint at(double along) const {
        return {away * nx - along * ny, away * ny + along * nx};
    }
};

/// Where a bright, even area ends. The normal of its line points into the area.
struct ExpectedLine {
    PageLine line;
    PagePoint from;
    PagePoint to;
    bool is_rough = false;  ///< by a few pixels: it only counts where an edge is seen near it
};

/// A line that was seen, with what speaks for it.
class SeenLine {
public:
    SeenLine(const PageLine& line, double first, std::vector<float> rising,
             std::vector<float> falling)
        : line_(line), first_(first), rising_(std::move(rising)), falling_(std::move(falling)) {}

    /// The end of a bright, even area counts as an edge, whatever lies beyond it.
    void add(const ExpectedLine& end);

    [[nodiscard]] const PageLine& line() const { return line_; }
    /// Share of the way between two places along the line where an edge is seen, 0 to 1: one that
    /// gets brighter along the normal, or darker.
    [[nodiscard]] double rising(double from, double to) const { return share(rising_, from, to); }
    [[nodiscard]] double falling(double from, double to) const { return share(falling_, from, to); }

private:
    [[nodiscard]] double share(const std::vector<float>& sums, double from, double to) const;

    PageLine line_;
    double first_;
    std::vector<float> rising_;  // sums up to each pixel of the way
    std::vector<float> falling_;
};

/// The most prominent lines of an Rgb or grey picture of at most about a megapixel: those that
/// are expected, then others, the strongest first.
[[nodiscard]] std::vector<SeenLine> seen_lines(const ImageView& picture, int most,
                                               std::span<const ExpectedLine> expected);

}  // namespace motlan
