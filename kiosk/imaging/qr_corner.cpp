#include "kiosk/imaging/qr_corner.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace motlan {
namespace {

// What a finder that was only guessed counts.
constexpr double kUnseenLikeness = 0.45;

double distance(const QrFinder& a, const QrFinder& b) { return std::hypot(a.x - b.x, a.y - b.y); }

// How well three finders stand like a code's, or nothing. A card tilted by up to 60 degrees shows
// legs of up to two to one and angles down to 50 degrees.
std::optional<QrCorner> corner_of(const QrFinder& corner, const QrFinder& a, const QrFinder& b) {
    const double first = distance(corner, a);
    const double second = distance(corner, b);
    const double cross = (a.x - corner.x) * (b.y - corner.y) - (a.y - corner.y) * (b.x - corner.x);
    if (cross <= 0) return std::nullopt;
    const double sine = cross / (first * second);
    const double legs = std::max(first, second) / std::min(first, second);
    const auto [least, most] = std::minmax({corner.module, a.module, b.module});
    const double modules = (first + second) / 2 / ((corner.module + a.module + b.module) / 3) + 7;
    if (sine < 0.75 || legs > 2 || most / least > 1.6 || modules < 18 || modules > 110) {
        return std::nullopt;
    }
    const double merit = corner.likeness + a.likeness + b.likeness - (1 - sine) -
                         0.5 * std::log(legs) - 0.5 * std::log(most / least);
    return QrCorner{corner, a, b, merit};
}

// Where two finders are seen and the third is burnt or dirty: it stands square to them, on either
// side, or between them and aside when they are the two outer ones.
void add_corners_of_two(const QrFinder& a, const QrFinder& b, std::vector<QrCorner>& corners) {
    const auto third = [](double x, double y, double module) {
        return QrFinder{x, y, module, kUnseenLikeness};
    };
    const double x = b.x - a.x;
    const double y = b.y - a.y;
    const double module = (a.module + b.module) / 2;
    const auto add = [&](const QrFinder& corner, const QrFinder& right, const QrFinder& below) {
        if (const auto found = corner_of(corner, right, below)) corners.push_back(*found);
    };
    add(a, b, third(a.x - y, a.y + x, module));
    add(b, third(b.x - y, b.y + x, module), a);
    add(third(a.x + (x + y) / 2, a.y + (y - x) / 2, module), b, a);
}

std::vector<QrCorner> best_of(std::vector<QrCorner> corners) {
    std::ranges::sort(corners, std::greater<>{}, &QrCorner::merit);
    constexpr std::size_t kMostCorners = 12;
    if (corners.size() > kMostCorners) corners.resize(kMostCorners);
    return corners;
}

}  // namespace

std::vector<QrCorner> corners_of(const std::vector<QrFinder>& finders) {
    std::vector<QrCorner> corners;
    for (const QrFinder& corner : finders) {
        for (const QrFinder& a : finders) {
            for (const QrFinder& b : finders) {
                if (&a == &b || &a == &corner || &b == &corner) continue;
                if (const auto found = corner_of(corner, a, b)) corners.push_back(*found);
            }
        }
    }
    return best_of(std::move(corners));
}

std::vector<QrCorner> corners_of_two(const std::vector<QrFinder>& finders) {
    std::vector<QrCorner> corners;
    for (const QrFinder& a : finders) {
        for (const QrFinder& b : finders) {
            if (&a != &b) add_corners_of_two(a, b, corners);
        }
    }
    return best_of(std::move(corners));
}

bool was_guessed(const QrFinder& finder) { return finder.likeness == kUnseenLikeness; }

std::optional<QrWarp> warp_of(const QrCorner& corner, int modules, QrSpot fourth_moved) {
    const double near = 3.5;
    const double far = modules - 3.5;
    const QrSpot fourth{corner.right.x + corner.below.x - corner.corner.x + fourth_moved.x,
                        corner.right.y + corner.below.y - corner.corner.y + fourth_moved.y};
    return QrWarp::through({{{near, near}, {far, near}, {near, far}, {far, far}}},
                           {{{corner.corner.x, corner.corner.y},
                             {corner.right.x, corner.right.y},
                             {corner.below.x, corner.below.y},
                             fourth}},
                           modules);
}

double module_of(const QrCorner& corner) {
    return (corner.corner.module + corner.right.module + corner.below.module) / 3;
}

double leg_of(const QrCorner& corner) {
    return (distance(corner.corner, corner.right) + distance(corner.corner, corner.below)) / 2;
}

}  // namespace motlan
