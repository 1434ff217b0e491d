#include "kiosk/imaging/page_cover.h"

#include <algorithm>
#include <cmath>

#include "kiosk/imaging/page_quad.h"

namespace motlan {
namespace {

constexpr double kShareOfDarker = 0.4;
// Beyond a corner the edges of the other side begin.
constexpr double kCorner = 2;
constexpr double kLeastBeyond = 1.5;  // less of a line that goes on says nothing

// The part of the way between two places, as shares of it, whose coordinate lies in 0 to `most`.
void clip(double from, double to, double most, double& first, double& last) {
    const double way = to - from;
    if (std::abs(way) < 1e-9) {
        if (from < 0 || from > most) last = first;
        return;
    }
    const double at_zero = -from / way;
    const double at_most = (most - from) / way;
    first = std::max(first, std::min(at_zero, at_most));
    last = std::min(last, std::max(at_zero, at_most));
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
    double first = 0;
    double last = 1;
    clip(start.x, end.x, size.x, first, last);
    clip(start.y, end.y, size.y, first, last);
    if (last <= first) return {};
    return {std::lerp(from, to, first), std::lerp(from, to, last)};
}

}  // namespace

SideCover cover_along(const SeenLine& line, const SheetSide& side, PagePoint size) {
    const double from = line.line().along(side.from);
    const double to = line.line().along(side.to);
    const bool is_rising = line.line().distance(side.middle) > 0;
    const Seen seen = within_picture(line.line(), from, to, size);
    const double brighter =
        is_rising ? line.rising(seen.from, seen.to) : line.falling(seen.from, seen.to);
    const double darker =
        is_rising ? line.falling(seen.from, seen.to) : line.rising(seen.from, seen.to);
    const auto beyond = [&](double corner, double way) {
        const double ahead = std::clamp(0.15 * std::abs(to - from), 10.0, 30.0);
        const Seen rest = within_picture(line.line(), corner + way * kCorner,
                                         corner + way * (kCorner + ahead), size);
        if (rest.length() < kLeastBeyond) return 0.0;
        return std::min(1.0, line.rising(rest.from, rest.to) + line.falling(rest.from, rest.to));
    };
    const double way = to > from ? 1 : -1;
    return {.inside = std::min(1.0, brighter + kShareOfDarker * darker),
            .before = beyond(from, -way),
            .after = beyond(to, way),
            .length = seen.length()};
}

}  // namespace motlan
