#include "kiosk/imaging/page_surface.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "kiosk/imaging/page_quad.h"

namespace motlan {
namespace {

using Colour = std::array<double, 3>;

// Places that are looked at, in pixels from the edge: nearer is blur, further is print.
constexpr double kInside = 4;
constexpr double kDeepInside = 7;
constexpr double kOutside = 5;
// Neighbouring places that differ by so much, on average, are no paper.
constexpr double kRough = 20;
constexpr double kMostRough = 40;
constexpr double kShareOfRough = 0.5;
// Paper is bright in all colours: what is brighter than this speaks for it, what is darker against.
constexpr double kBright = 0.5;
constexpr double kUsual = 0.5;  // of the brightest
// Where a sheet runs out of the picture there is paper up to the picture's border, no desk: print
// there makes less of a difference than this.
constexpr double kAlien = 45;
constexpr double kShareOfAlien = 0.4;
// Where levels change by so much over two pixels there is writing, or the edge of something. A
// sheet of which so little is written on is surely no coloured board that lies beside it.
constexpr double kMark = 20;
constexpr double kWritten = 0.03;
constexpr double kShareOfWriting = 0.3;
constexpr int kPlaces = 24;  // of a row and of a column that are looked at

// Between a frame and the edge of its sheet there is nothing else: neither writing nor a desk.
constexpr double kMostPrint = 40;
constexpr double kMostOff = 12;
constexpr double kMostUnlike = 0.12;  // of all places: a stain, a finger

double difference(const Colour& one, const Colour& other) {
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

void add(Colour& sum, const Colour& more, double share) {
    for (std::size_t i = 0; i < 3; ++i) sum[i] += share * more[i];
}

PagePoint between(PagePoint from, PagePoint to, double share) {
    return {std::lerp(from.x, to.x, share), std::lerp(from.y, to.y, share)};
}

}  // namespace

PageSurface::Colour PageSurface::colour_at(double x, double y) const {
    const int column = std::clamp(static_cast<int>(x), 0, picture_.width - 1);
    const int row = std::clamp(static_cast<int>(y), 0, picture_.height - 1);
    const auto pixel = picture_.row(row).subspan(static_cast<std::size_t>(column) *
                                                 bytes_per_pixel(picture_.format));
    if (picture_.format == PixelFormat::Grey)
        return {double(pixel[0]), double(pixel[0]), double(pixel[0])};
    return {double(pixel[0]), double(pixel[1]), double(pixel[2])};
}

bool PageSurface::is_inside(PagePoint at) const {
    return at.x >= 0 && at.y >= 0 && at.x < picture_.width && at.y < picture_.height;
}

PageSurface::Strip PageSurface::strip_of(const PageCorners& corners, std::size_t side) const {
    const PagePoint from = corners[side];
    const PagePoint to = corners[(side + 1) % 4];
    const PageLine line = line_through(from, to);
    const double in = line.distance(middle_of(corners)) > 0 ? 1 : -1;
    const int steps = std::max(8, static_cast<int>(distance(from, to) / 3));
    Strip strip;
    std::optional<Colour> before;
    for (int step = steps / 12; step <= steps - steps / 12; ++step) {
        const PagePoint at = between(from, to, double(step) / steps);
        if (!is_inside(at)) continue;
        const Colour inside =
            colour_at(at.x + in * kInside * line.nx, at.y + in * kInside * line.ny);
        add(strip.inside, inside, 1);
        add(strip.outside,
            colour_at(at.x - in * kOutside * line.nx, at.y - in * kOutside * line.ny), 1);
        if (before) strip.rough += std::min(kMostRough, difference(inside, *before));
        before = inside;
        ++strip.count;
    }
    const double count = std::max(1, strip.count);
    for (std::size_t i = 0; i < 3; ++i) {
        strip.inside[i] /= count;
        strip.outside[i] /= count;
    }
    strip.rough /= count;
    return strip;
}

double PageSurface::unevenness(const PageCorners& corners) const {
    constexpr int kSteps = 12;
    double rough = 0;
    int count = 0;
    const PagePoint middle = middle_of(corners);
    for (std::size_t side = 0; side < 4; ++side) {
        const PagePoint from = corners[side];
        const PagePoint to = corners[(side + 1) % 4];
        const double length = std::max(1.0, distance(from, middle));
        std::optional<Colour> before;
        for (int step = 1; step < kSteps; ++step) {
            const PagePoint edge = between(from, to, double(step) / kSteps);
            const PagePoint at = between(edge, middle, kInside / length);
            if (!is_inside(at)) continue;
            const Colour colour = colour_at(at.x, at.y);
            if (before) rough += std::min(kMostRough, difference(colour, *before));
            if (before) ++count;
            before = colour;
        }
    }
    return count > 0 ? kShareOfRough * std::min(1.0, rough / count / kRough) : kShareOfRough;
}

bool PageSurface::is_mark(PagePoint at) const {
    const Colour here = colour_at(at.x, at.y);
    return std::abs(colour_at(at.x + 2, at.y)[1] - here[1]) > kMark ||
           std::abs(colour_at(at.x, at.y + 2)[1] - here[1]) > kMark;
}

/// Of the places within the sheet that the picture shows, a little off its edges.
double PageSurface::written_share(const PageCorners& corners) const {
    int seen = 0;
    int marks = 0;
    for (int row = 1; row < kPlaces; ++row) {
        const double down = double(row) / kPlaces;
        const PagePoint left = between(corners[0], corners[3], down);
        const PagePoint right = between(corners[1], corners[2], down);
        for (int column = 1; column < kPlaces; ++column) {
            const PagePoint at = between(left, right, double(column) / kPlaces);
            if (!is_inside(at)) continue;
            ++seen;
            marks += is_mark(at) ? 1 : 0;
        }
    }
    return double(marks) / std::max(1, seen);
}

PageSurface::Look PageSurface::look(const PageCorners& corners,
                                    const std::array<bool, 4>& is_border) const {
    std::array<Strip, 4> strips;
    Colour mean{};
    double seen = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        strips[i] = strip_of(corners, i);
        if (strips[i].count < 4) continue;
        add(mean, strips[i].inside, 1);
        seen += 1;
    }
    if (seen < 3) return {-1, 0};
    for (double& level : mean) level /= seen;
    double spread = 0;
    double rough = 0;
    double step = 0;
    double alien = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (strips[i].count < 4) continue;
        const double unlike = difference(strips[i].inside, mean);
        spread += unlike / seen;
        rough += strips[i].rough / seen;
        if (is_border[i])
            alien += std::clamp(unlike / kAlien - 1, 0.0, 1.0);
        else
            step += std::min(difference(strips[i].inside, strips[i].outside) / 60, 1.0) / 4;
    }
    const double level = std::min({mean[0], mean[1], mean[2]}) / 255;
    return {0.25 * step - 0.4 * std::min(1.0, spread / 80) -
                kShareOfRough * std::min(1.0, rough / kRough) + kBright * (level - kUsual) -
                kShareOfAlien * alien +
                kShareOfWriting * std::min(1.0, written_share(corners) / kWritten),
            step * 60};
}

PageSurface::Ring PageSurface::ring_of(const PageCorners& inner, const PageCorners& outer,
                                       std::size_t side) const {
    const PagePoint middle = middle_of(inner);
    Colour off{};
    int count = 0;
    int unlike = 0;
    for (double share = 0.15; share < 0.9; share += 0.02) {
        const PagePoint at = between(inner[side], inner[(side + 1) % 4], share);
        const auto beyond = way_out(at, middle, outer);
        if (!beyond) continue;
        const double far = distance(at, *beyond);
        if (far < 3) continue;
        const PagePoint place = between(at, *beyond, std::clamp(far / 2, 2.0, far - 1.5) / far);
        const Colour colour = colour_at(place.x, place.y);
        const Colour paper = paper_within(at, middle);
        if (difference(colour, paper) > kMostPrint) ++unlike;
        add(off, colour, 1);
        add(off, paper, -1);
        ++count;
    }
    if (count <= 3) return Ring::TooNarrow;
    for (double& level : off) level /= count;
    const bool is_paper = difference(off, {}) <= kMostOff && unlike <= kMostUnlike * count;
    return is_paper ? Ring::Paper : Ring::SomethingElse;
}

// The brighter of two places a little within an edge: one may be print.
PageSurface::Colour PageSurface::paper_within(PagePoint edge, PagePoint middle) const {
    const double way = std::max(1.0, distance(edge, middle));
    const PagePoint near = between(edge, middle, kInside / way);
    const PagePoint deep = between(edge, middle, kDeepInside / way);
    const Colour one = colour_at(near.x, near.y);
    const Colour other = colour_at(deep.x, deep.y);
    return one[1] >= other[1] ? one : other;
}

bool PageSurface::is_paper_between(const PageCorners& inner, const PageCorners& outer) const {
    bool is_seen = false;
    for (std::size_t i = 0; i < 4; ++i) {
        const Ring ring = ring_of(inner, outer, i);
        if (ring == Ring::SomethingElse) return false;
        is_seen = is_seen || ring == Ring::Paper;
    }
    return is_seen;
}

}  // namespace motlan
