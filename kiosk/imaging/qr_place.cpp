#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "kiosk/imaging/pixel.h"
#include "kiosk/imaging/qr_corner.h"
#include "kiosk/imaging/qr_find.h"
#include "kiosk/imaging/qr_layout.h"
#include "kiosk/imaging/qr_relief.h"

namespace motlan {
namespace {

struct Rough {
    QrCorner corner;
    int modules = 0;
    double merit = 0;
};

// Versions 1 to 20: a card's code is a version 6 to 10 (capture design 3).
constexpr int kLeastModules = 21;
constexpr int kMostModules = 97;
constexpr double kLeastTiming = 0.25;

// The mean of the squares' levels: 1, 8, 16, 24 and 32 of them.
constexpr double kMeanLevel = (-1 - 0.85 * 8 + 0.5 * 16 - 0.45 * 24 + 0.5 * 32) / 81;

float level_at(const ImageView& grey, const QrWarp& warp, double x, double y) {
    const QrSpot pixel = warp.pixel({x, y});
    return level_between(grey, pixel.x, pixel.y);
}

// How well the squares of a finder pattern fit around a place in modules.
double square_merit(const ImageView& grey, const QrWarp& warp, QrSpot middle) {
    // Levels on the squares around the middle when blurred a little, dark is -1.
    static constexpr std::array<double, 5> kLevels{-1, -0.85, 0.5, -0.45, 0.5};
    double merit = 0;
    for (int i = 0; i < 81; ++i) {
        const int x = i % 9 - 4;
        const int y = i / 9 - 4;
        const auto ring = static_cast<std::size_t>(std::max(std::abs(x), std::abs(y)));
        merit += (kLevels.at(ring) - kMeanLevel) *
                 double(level_at(grey, warp, middle.x + x, middle.y + y));
    }
    return merit;
}

// Moves a finder to where its squares fit best, now that their direction is known: `middle` is
// its middle in modules.
QrFinder squared(const ImageView& grey, const QrWarp& warp, QrSpot middle, QrFinder finder) {
    double most = std::numeric_limits<double>::lowest();
    QrSpot best = middle;
    for (double step = 0.6; step > 0.06; step /= 2) {
        const QrSpot from = best;
        const int reach = step > 0.5 ? 3 : 1;
        const int side = 2 * reach + 1;
        for (int i = 0; i < side * side; ++i) {
            const int across = i % side - reach;
            const int down = i / side - reach;
            const QrSpot at{from.x + across * step, from.y + down * step};
            const double merit = square_merit(grey, warp, at);
            if (merit <= most) continue;
            most = merit;
            best = at;
        }
    }
    const QrSpot pixel = warp.pixel(best);
    finder.x = pixel.x;
    finder.y = pixel.y;
    return finder;
}

QrCorner squared(const ImageView& grey, const QrCorner& corner, int modules) {
    const auto warp = warp_of(corner, modules, {});
    if (!warp) return corner;
    const double far = modules - 3.5;
    return {squared(grey, *warp, {3.5, 3.5}, corner.corner),
            squared(grey, *warp, {far, 3.5}, corner.right),
            squared(grey, *warp, {3.5, far}, corner.below), corner.merit};
}

// Contrast of the alignment pattern nearest to the last corner.
double alignment_contrast(const ImageView& grey, const QrWarp& warp, int modules) {
    std::array<double, 3> sums{};
    for (int i = 0; i < 25; ++i) {
        const int x = i % 5 - 2;
        const int y = i / 5 - 2;
        const auto ring = static_cast<std::size_t>(std::max(std::abs(x), std::abs(y)));
        sums.at(ring) += double(level_at(grey, warp, modules - 6.5 + x, modules - 6.5 + y));
    }
    return sums[1] / 8 - (sums[2] / 16 + sums[0]) / 2;
}

// How far the last corner lies from where a plane without perspective has it: the alignment
// pattern near it is looked for, up to 3 modules away (ISO/IEC 18004:2015, annex E).
QrSpot fourth_move(const ImageView& grey, const QrCorner& corner, int modules) {
    QrSpot best;
    double most = 0;
    for (const auto& [reach, step] : {std::pair(3, 1.0), std::pair(1, 0.5)}) {
        const QrSpot from = best;
        const int side = 2 * reach + 1;
        for (int i = 0; i < side * side; ++i) {
            const int across = i % side - reach;
            const int down = i / side - reach;
            const QrSpot move{from.x + step * across, from.y + step * down};
            const QrSpot pixels{move.x * module_of(corner), move.y * module_of(corner)};
            const auto warp = warp_of(corner, modules, pixels);
            if (!warp) continue;
            const double merit = alignment_contrast(grey, *warp, modules) -
                                 0.5 * (std::abs(move.x) + std::abs(move.y));
            if (merit <= most) continue;
            most = merit;
            best = move;
        }
    }
    return {best.x * module_of(corner), best.y * module_of(corner)};
}

// The rough places that the timing patterns confirm, best first.
std::vector<Rough> rough_places(const ImageView& grey, const std::vector<QrFinder>& finders) {
    std::vector<Rough> rough;
    for (const QrCorner& corner : corners_of(finders)) {
        const double modules = leg_of(corner) / module_of(corner) + 7;
        const int likely = static_cast<int>(std::lround((modules - 17) / 4)) * 4 + 17;
        for (int side = likely - 8; side <= likely + 8; side += 4) {
            if (side < kLeastModules || side > kMostModules) continue;
            const auto warp = warp_of(corner, side, {});
            const double timing = warp ? timing_fit(grey, *warp, side) : 0;
            if (timing >= kLeastTiming) rough.push_back({corner, side, timing + corner.merit / 3});
        }
    }
    std::ranges::sort(rough, std::greater<>{}, &Rough::merit);
    return rough;
}

bool is_same(const QrPlacement& a, const QrPlacement& b) {
    if (a.modules != b.modules) return false;
    const double far = a.modules;
    return std::ranges::all_of(
        std::array<QrSpot, 4>{{{0, 0}, {far, 0}, {0, far}, {far, far}}}, [&](QrSpot at) {
            const QrSpot one = a.warp.pixel(at);
            const QrSpot other = b.warp.pixel(at);
            return std::hypot(one.x - other.x, one.y - other.y) < a.warp.module_pixels();
        });
}

}  // namespace

void try_places(const ImageView& grey, const std::vector<QrFinder>& finders, std::size_t most,
                const std::function<bool(const QrPlacement&)>& is_taken) {
    std::vector<QrPlacement> placements;
    for (const Rough& rough : rough_places(grey, finders)) {
        if (placements.size() == most) return;
        const QrCorner exact = squared(grey, rough.corner, rough.modules);
        const bool has_alignment = rough.modules > kLeastModules;
        const QrSpot move = has_alignment ? fourth_move(grey, exact, rough.modules) : QrSpot{};
        const auto warp = warp_of(exact, rough.modules, move);
        if (!warp) continue;
        const QrPlacement placement{rough.modules, *warp};
        const bool is_new = std::ranges::none_of(
            placements, [&](const QrPlacement& other) { return is_same(placement, other); });
        if (!is_new) continue;
        if (is_taken(placement)) return;
        placements.push_back(placement);
    }
}

}  // namespace motlan
