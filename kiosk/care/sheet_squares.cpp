#include "kiosk/care/sheet_squares.h"

#include <algorithm>
#include <cmath>

namespace motlan {
namespace {

// How far from its corner of the picture a corner square is looked for, in millimetres.
constexpr double kWindow = 32;

struct Window {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// The dark square in a window: about as much ink as its box holds, and nothing else.
std::optional<Square> square_in(const ImageView& scan, const Window& window, double dots) {
    Window box{window.right, window.bottom, -1, -1};
    int count = 0;
    for (int y = window.top; y < window.bottom; ++y) {
        for (int x = window.left; x < window.right; ++x) {
            if (grey_of(scan, x, y) >= kInkGrey) continue;
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x),
                   std::max(box.bottom, y)};
            ++count;
        }
    }
    const double wide = box.right - box.left + 1;
    const double high = box.bottom - box.top + 1;
    constexpr double kFull = 0.75;  // a leaning square fills its box less
    const bool is_square = count > 0 && std::abs(wide - high) < 0.2 * wide &&
                           count > kFull * wide * high && wide > 4 * dots && wide < 14 * dots;
    if (!is_square) return std::nullopt;
    return Square{{(box.left + box.right + 1) / 2.0, (box.top + box.bottom + 1) / 2.0},
                  std::sqrt(static_cast<double>(count))};
}

/// The squares by the corner of the picture in which they lie.
std::optional<std::array<Square, 4>> squares_of(const ImageView& scan, double dots) {
    const int reach = static_cast<int>(kWindow * dots);
    if (scan.width < 3 * reach || scan.height < 3 * reach) return std::nullopt;
    const std::array<Window, 4> windows{
        {{0, 0, reach, reach},
         {scan.width - reach, 0, scan.width, reach},
         {0, scan.height - reach, reach, scan.height},
         {scan.width - reach, scan.height - reach, scan.width, scan.height}}};
    std::array<Square, 4> found{};
    for (std::size_t n = 0; n < windows.size(); ++n) {
        const auto square = square_in(scan, windows.at(n), dots);
        if (!square) return std::nullopt;
        found.at(n) = *square;
    }
    return found;
}

/// Upside down, the small square lies upper left.
std::optional<std::array<Square, 4>> upright(std::array<Square, 4> squares) {
    const auto small = std::ranges::min_element(squares, {}, &Square::side);
    const auto place = small - squares.begin();
    if (place == 0) std::ranges::reverse(squares);
    if (place != 0 && place != 3) return std::nullopt;
    return squares;
}

}  // namespace

int grey_of(const ImageView& scan, int x, int y) {
    const std::size_t step = bytes_per_pixel(scan.format);
    const auto at =
        static_cast<std::size_t>(y) * scan.stride() + static_cast<std::size_t>(x) * step;
    if (step < 3) return scan.pixels[at];
    return (scan.pixels[at] * 3 + scan.pixels[at + 1] * 6 + scan.pixels[at + 2]) / 10;
}

std::optional<std::array<Square, 4>> corner_squares(const ImageView& scan, double dots) {
    const auto found = squares_of(scan, dots);
    return found ? upright(*found) : std::nullopt;
}

double evenness_of(const std::vector<double>& whites) {
    constexpr double kPercent = 100;
    const auto [least, most] = std::ranges::minmax(whites);
    return most > 0 ? kPercent * least / most : 0;
}

}  // namespace motlan
