#include "kiosk/imaging/page_quad.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace motlan {

PagePoint crossing(const PageLine& one, const PageLine& other) {
    const double turn = one.nx * other.ny - one.ny * other.nx;
    if (std::abs(turn) < 1e-6) return {1e9, 1e9};
    return {(one.away * other.ny - other.away * one.ny) / turn,
            (other.away * one.nx - one.away * other.nx) / turn};
}

double distance(PagePoint one, PagePoint other) {
    return std::hypot(one.x - other.x, one.y - other.y);
}

double area_of(const PageCorners& corners) {
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const PagePoint& from = corners[i];
        const PagePoint& to = corners[(i + 1) % 4];
        twice += from.x * to.y - to.x * from.y;
    }
    return twice / 2;
}

PagePoint middle_of(const PageCorners& corners) {
    PagePoint middle;
    for (const PagePoint& corner : corners) {
        middle.x += corner.x / 4;
        middle.y += corner.y / 4;
    }
    return middle;
}

PageLine line_through(PagePoint from, PagePoint to) {
    const double length = std::max(1e-9, distance(from, to));
    const double nx = -(to.y - from.y) / length;
    const double ny = (to.x - from.x) / length;
    return {nx, ny, from.x * nx + from.y * ny};
}

std::optional<PagePoint> way_out(PagePoint at, PagePoint middle, const PageCorners& sheet) {
    const PageLine ray = line_through(middle, at);
    std::optional<PagePoint> nearest;
    for (std::size_t i = 0; i < 4; ++i) {
        const PagePoint cross = crossing(ray, line_through(sheet[i], sheet[(i + 1) % 4]));
        const double ahead =
            (cross.x - middle.x) * (at.x - middle.x) + (cross.y - middle.y) * (at.y - middle.y);
        if (ahead < 0) continue;
        if (!nearest || distance(cross, middle) < distance(*nearest, middle)) nearest = cross;
    }
    return nearest;
}

PageCorners ordered(PageCorners corners) {
    if (area_of(corners) < 0) std::ranges::reverse(corners);
    const auto first =
        std::ranges::min_element(corners, {}, [](PagePoint at) { return at.x + at.y; });
    std::ranges::rotate(corners, first);
    return corners;
}

std::optional<double> sheet_shape(const PageCorners& corners, bool is_whole) {
    const auto side = [&](std::size_t i) { return distance(corners[i], corners[(i + 1) % 4]); };
    const auto ratio = [](double one, double other) {
        return std::min(one, other) / std::max(one, other);
    };
    const double even = std::min(ratio(side(0), side(2)), ratio(side(1), side(3)));
    const double aspect = ratio(side(0) + side(2), side(1) + side(3));
    // The border of the picture may cut a sheet obliquely.
    if (!is_whole)
        return even < 0.3 || aspect < 0.2 ? std::nullopt : std::optional(-0.2 * (1 - even));
    if (even < 0.55 || aspect < 0.2) return std::nullopt;
    const double shape = -0.4 * (1 - even);
    // ISO 216 and ISO/IEC 7810 ID-1.
    return shape - 0.8 * std::min({std::abs(aspect - 0.707), std::abs(aspect - 0.63), 0.15});
}

}  // namespace motlan
