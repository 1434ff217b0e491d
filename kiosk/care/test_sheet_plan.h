// Where everything stands on the test sheet, in millimetres from its upper left corner. For the
// sources of this folder only: one draws it, one measures it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace motlan::sheet {

struct Millimetres {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
    [[nodiscard]] double middle_x() const { return x + w / 2; }
    [[nodiscard]] double middle_y() const { return y + h / 2; }
};

using Rgb = std::array<std::uint8_t, 3>;

struct Patch {
    Millimetres place;
    Rgb colour{};
};

// ISO 216.
inline constexpr double kWidth = 210;
inline constexpr double kHeight = 297;

/// The corner squares: three large ones and, lower right, a small one that tells which way is up.
inline constexpr double kCorner = 10;
inline constexpr double kSmallCorner = 6;
/// From the edges of the paper to the middle of each.
inline constexpr double kCornerMiddle = 10;

/// Upper left, upper right, lower left, lower right.
[[nodiscard]] std::array<Millimetres, 4> corners();

/// Six greys and six colours.
[[nodiscard]] std::vector<Patch> greys();
[[nodiscard]] std::vector<Patch> colours();

/// Black and white lines side by side, each as wide as a dot of that resolution.
struct Lines {
    Millimetres place;
    double dpi = 0;
    bool is_upright = true;  ///< the lines run down the page
    [[nodiscard]] double line_mm() const;
};
[[nodiscard]] std::vector<Lines> lines();

/// Nine places that are bare paper.
[[nodiscard]] std::vector<Millimetres> bare();

/// Everything dark, for who draws it: corners, patches and each single line.
[[nodiscard]] std::vector<Patch> everything();

}  // namespace motlan::sheet
