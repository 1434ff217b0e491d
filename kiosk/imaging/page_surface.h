// What the surface of a sheet and of the desk around it looks like. For a small picture.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

class PageSurface {
public:
    /// Borrows the picture, Rgb or grey.
    explicit PageSurface(const ImageView& picture) : picture_(picture) {}

    struct Look {
        double score = 0;  ///< how much it looks like a sheet of paper: -1 to about 0.5
        double step = 0;   ///< mean difference between its inner and its outer side, grey levels
    };
    /// Paper is bright, even and the same along all four edges, and mostly written on; the desk is
    /// something else.
    /// Edges that are the picture's own border have no outer side.
    [[nodiscard]] Look look(const PageCorners& corners, const std::array<bool, 4>& is_border) const;

    /// How little the sheet is like paper along its edges, at a glance: 0 to 0.5.
    [[nodiscard]] double unevenness(const PageCorners& corners) const;

    /// Whether what lies between two sheets, one inside the other, looks like the inner one.
    [[nodiscard]] bool is_paper_between(const PageCorners& inner, const PageCorners& outer) const;

private:
    using Colour = std::array<double, 3>;
    struct Strip {
        Colour inside{};
        Colour outside{};
        double rough = 0;
        int count = 0;
    };
    [[nodiscard]] Colour colour_at(double x, double y) const;
    [[nodiscard]] bool is_inside(PagePoint at) const;
    [[nodiscard]] bool is_mark(PagePoint at) const;
    [[nodiscard]] double written_share(const PageCorners& corners) const;
    [[nodiscard]] Strip strip_of(const PageCorners& corners, std::size_t side) const;
    [[nodiscard]] Colour paper_within(PagePoint edge, PagePoint middle) const;
    // What lies beyond one side.
    enum class Ring : std::uint8_t { TooNarrow, Paper, SomethingElse };
    [[nodiscard]] Ring ring_of(const PageCorners& inner, const PageCorners& outer,
                               std::size_t side) const;

    ImageView picture_;
};

}  // namespace motlan
