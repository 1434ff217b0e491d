#include "kiosk/imaging/page_cover.h"

#include <algorithm>
#include <cmath>

#include "kiosk/imaging/page_quad.h"

namespace motlan {
namespace {

constexpr double kShareOfDarker = 0.65;
// Beyond a corner the edges of the other side begin.
constexpr double kCorner = 2;
constexpr double kLeastBeyond = 1.5;  // less of a line that goes on says nothing

// A part of the way between two places, as shares of it.
struct Share {
    double first = 0;
    double last = 1;
};

// That part whose coordinate lies in 0 to `most`.
Share within(double from, double to, double most) {
    const double way = to - from;
    if (std::abs(way) < 1e-9) return from < 0 || from > most ? Share{0, 0} : Share{};
    const double at_zero = -from / way;
    const double at_most = (most - from) / way;
    return {std::min(at_zero, at_most), std::max(at_zero, at_most)};
}

// The part of a line between two of its places that lies in a picture.
struct Seen {
    double from = 0;
    double to = 0;

    [[nodiscard]] double length() const { return std::abs(to - from); }
};

Seen within_picture(const PageLine& line, double from, double to, PagePoint size) {
    const PagePoint start = line.at(from);
    const PagePoint end = line.at(to);
    const Share across = within(start.x, end.x, size.x);
    const Share down = within(start.y, end.y, size.y);
    const double first = std::max({0.0, across.first, down.first});
    const double last = std::min({1.0, across.last, down.last});
    if (last <= first) return {};
    return {std::lerp(from, to, first), std::lerp(from, to, last)};
}

}  // namespace

SideCover cover_along(const SeenLine& line, const SheetSide& side, PagePoint size) {
    const double from = line.line().along(side.from);
    const double to = line.line().along(side.to);
    const bool is_rising = line.line().distance(side.middle) > 0;
    const Seen seen = within_picture(line.line(), from, to, size);
    const double rising = line.rising(seen.from, seen.to);
    const double falling = line.falling(seen.from, seen.to);
    const double brighter = is_rising ? rising : falling;
    const double darker = is_rising ? falling : rising;
    // What goes on gets brighter the same way; a pattern's lines change.
    const auto beyond = [&](double corner, double way) {
        const double ahead = std::clamp(0.15 * std::abs(to - from), 10.0, 30.0);
        const Seen rest = within_picture(line.line(), corner + way * kCorner,
                                         corner + way * (kCorner + ahead), size);
        if (rest.length() < kLeastBeyond) return 0.0;
        return rising >= falling ? line.rising(rest.from, rest.to)
                                 : line.falling(rest.from, rest.to);
    };
    const double way = to > from ? 1 : -1;
    return {.inside = std::min(1.0, brighter + kShareOfDarker * darker),
            .before = beyond(from, -way),
            .after = beyond(to, way),
            .length = seen.length()};
}

}  // namespace motlan
