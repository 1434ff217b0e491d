#include "kiosk/imaging/qr_find.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>
#include <span>

#include "kiosk/imaging/pixel.h"
#include "kiosk/imaging/resize.h"

namespace motlan {
namespace {

constexpr double kLeastLikeness = 0.6;
constexpr std::size_t kMostFinders = 24;

// A finder pattern looks nearly the same in every direction: dark to 1.5 modules from its middle,
// light to 2.5, dark to 3.5, light around it (ISO/IEC 18004:2015, 6.3.3). It is felt on rings.
struct Ring {
    int points = 0;
    double radius = 0;  // in modules
    double sharp = 0;   // the mean level on it, dark is -1: printed codes, hardly blurred …
    double soft = 0;    // … and blurred by a gaussian of 0.7 modules (both simulated)
};
constexpr auto kRings = std::to_array<Ring>({{1, 0, -1, -0.9},
                                             {4, 0.9, -0.95, -0.61},
                                             {12, 2.1, 0.7, 0.14},
                                             {12, 3.0, -0.42, -0.06},
                                             {12, 4.15, 0.37, 0.26}});
constexpr std::size_t kPoints = 1 + 4 + 12 + 12 + 12;
constexpr std::size_t kOuterRing = kPoints - 12;

struct RingPoint {
    double x = 0;
    double y = 0;
};

const std::array<RingPoint, kPoints> kPlaces = [] {
    std::array<RingPoint, kPoints> places{};
    std::size_t at = 0;
    for (const Ring& ring : kRings) {
        for (int i = 0; i < ring.points; ++i) {
            const double turn = 2 * std::numbers::pi * i / ring.points;
            places.at(at++) = {ring.radius * std::cos(turn), ring.radius * std::sin(turn)};
        }
    }
    return places;
}();

// What a correlation with the rings needs of them: levels less their mean, and their length.
struct Template {
    std::array<double, kRings.size()> levels{};
    double length = 0;
};

Template template_of(double Ring::* level) {
    Template made;
    double mean = 0;
    for (const Ring& ring : kRings) mean += ring.points * ring.*level / double(kPoints);
    for (std::size_t i = 0; i < kRings.size(); ++i) {
        made.levels.at(i) = kRings.at(i).*level - mean;
        made.length += kRings.at(i).points * made.levels.at(i) * made.levels.at(i);
    }
    return made;
}
const std::array<Template, 2> kTemplates{template_of(&Ring::sharp), template_of(&Ring::soft)};

// Correlation of levels with the likelier template; 0 where there is hardly any contrast.
double likeness_of(const std::array<float, kPoints>& levels) {
    double sum = 0;
    double squares = 0;
    std::array<double, kRings.size()> sums{};
    std::size_t at = 0;
    for (std::size_t ring = 0; ring < kRings.size(); ++ring) {
        for (int i = 0; i < kRings[ring].points; ++i, ++at) {
            sums[ring] += double(levels[at]);
            squares += double(levels[at]) * double(levels[at]);
        }
        sum += sums[ring];
    }
    const double spread = squares - sum * sum / kPoints;
    constexpr double kLeastSpread = 4.0 * kPoints;
    if (spread < kLeastSpread) return 0;
    double likeness = 0;
    for (const Template& one : kTemplates) {
        const double product =
            std::inner_product(sums.begin(), sums.end(), one.levels.begin(), 0.0);
        likeness = std::max(likeness, product / std::sqrt(spread * one.length));
    }
    return likeness;
}

double likeness_at(const ImageView& grey, const QrFinder& finder) {
    std::array<float, kPoints> levels{};
    for (std::size_t i = 0; i < kPoints; ++i) {
        levels[i] = level_between(grey, finder.x + kPlaces[i].x * finder.module,
                                  finder.y + kPlaces[i].y * finder.module);
    }
    return likeness_of(levels);
}

// One scale on one picture, at whole pixels.
class Scan {
public:
    Scan(const ImageView& grey, double module) : grey_(grey), module_(module) {
        reach_ = static_cast<int>(std::ceil(4.15 * module)) + 1;
        for (std::size_t i = 0; i < kPoints; ++i) {
            const auto x = static_cast<std::ptrdiff_t>(std::lround(kPlaces[i].x * module));
            const auto y = static_cast<std::ptrdiff_t>(std::lround(kPlaces[i].y * module));
            offsets_[i] = y * grey.width + x;
        }
    }

    void run(const std::vector<bool>& busy, int block, std::vector<QrFinder>& found) const {
        const int across = (grey_.width + block - 1) / block;
        for (int y = reach_; y < grey_.height - reach_; ++y) {
            const std::uint8_t* row = grey_.row(y).data();
            for (int x = reach_; x < grey_.width - reach_; ++x) {
                if (!busy[static_cast<std::size_t>(y / block * across + x / block)]) {
                    x = (x / block + 1) * block - 1;
                    continue;
                }
                if (!is_promising(row + x)) continue;
                const double likeness = likeness_near(row + x);
                if (likeness < kLeastLikeness) continue;
                found.push_back({double(x), double(y), module_, likeness});
            }
        }
    }

private:
    // A quick look: six points of the outermost ring against the dark middle.
    bool is_promising(const std::uint8_t* at) const {
        const int middle = *at + 4;
        int light = 0;
        for (std::size_t i = kOuterRing; i < kPoints; i += 4) {
            light += at[offsets_[i]] > middle ? 1 : 0;
        }
        if (light < 2) return false;
        for (std::size_t i = kOuterRing + 2; i < kPoints; i += 4) {
            light += at[offsets_[i]] > middle ? 1 : 0;
        }
        return light >= 4;
    }

    double likeness_near(const std::uint8_t* at) const {
        std::array<float, kPoints> levels{};
        for (std::size_t i = 0; i < kPoints; ++i) levels[i] = at[offsets_[i]];
        return likeness_of(levels);
    }

    ImageView grey_;
    double module_;
    int reach_ = 0;
    std::array<std::ptrdiff_t, kPoints> offsets_{};
};

// Which blocks of the picture show enough contrast to hold a pattern.
std::vector<bool> busy_blocks(const ImageView& grey, int block) {
    const int across = (grey.width + block - 1) / block;
    const int down = (grey.height + block - 1) / block;
    std::vector<std::uint8_t> least(static_cast<std::size_t>(across * down), 255);
    std::vector<std::uint8_t> most(least.size(), 0);
    for (int y = 0; y < grey.height; ++y) {
        const ByteView row = grey.row(y);
        for (int x = 0; x < grey.width; ++x) {
            const auto at = static_cast<std::size_t>(y / block * across + x / block);
            least[at] = std::min(least[at], row[static_cast<std::size_t>(x)]);
            most[at] = std::max(most[at], row[static_cast<std::size_t>(x)]);
        }
    }
    constexpr int kLeastContrast = 10;
    std::vector<bool> busy;
    for (std::size_t i = 0; i < least.size(); ++i) {
        busy.push_back(most[i] - least[i] >= kLeastContrast);
    }
    return busy;
}

// The likest of those that overlap.
std::vector<QrFinder> best_of(std::vector<QrFinder> found) {
    std::ranges::sort(found, std::greater<>{}, &QrFinder::likeness);
    std::vector<QrFinder> best;
    for (const QrFinder& finder : found) {
        const bool is_new = std::ranges::none_of(best, [&](const QrFinder& other) {
            return std::hypot(finder.x - other.x, finder.y - other.y) < 3 * other.module;
        });
        if (is_new) best.push_back(finder);
        if (best.size() == kMostFinders) break;
    }
    return best;
}

// Climbs to the place and size between the pixels that are likest.
QrFinder settled(const ImageView& grey, QrFinder finder) {
    finder.likeness = likeness_at(grey, finder);
    for (double step = finder.module / 3; step > finder.module / 20; step /= 2) {
        for (int axis = 0; axis < 6; ++axis) {
            QrFinder moved = finder;
            const double by = axis % 2 == 0 ? step : -step;
            if (axis / 2 == 0) moved.x += by;
            if (axis / 2 == 1) moved.y += by;
            if (axis / 2 == 2) moved.module += by / 3;
            moved.likeness = likeness_at(grey, moved);
            if (moved.likeness > finder.likeness) finder = moved;
        }
    }
    return finder;
}

void scan(const ImageView& grey, int shrink, std::span<const double> modules,
          std::vector<QrFinder>& found) {
    constexpr int kBlock = 8;
    std::vector<QrFinder> here;
    const auto busy = busy_blocks(grey, kBlock);
    for (const double module : modules) Scan(grey, module).run(busy, kBlock, here);
    for (QrFinder& finder : here) {
        finder.x = (finder.x + 0.5) * shrink - 0.5;
        finder.y = (finder.y + 0.5) * shrink - 0.5;
        finder.module *= shrink;
    }
    found.insert(found.end(), here.begin(), here.end());
}

}  // namespace

std::vector<QrFinder> find_finders(const ImageView& grey, QrScale scale) {
    static constexpr std::array<double, 3> kFine{1.35, 1.65, 2.05};
    static constexpr std::array<double, 4> kCoarse{1.25, 1.55, 1.9, 2.35};
    constexpr int kLeastSide = 64;
    std::vector<QrFinder> found;
    if (grey.width < kLeastSide || grey.height < kLeastSide) return found;
    if (scale == QrScale::Far) scan(grey, 1, kFine, found);
    if (scale == QrScale::Near) {
        Image smaller = halved(grey);
        for (int shrink = 2; shrink <= 8; shrink *= 2) {
            scan(smaller.view(), shrink, kCoarse, found);
            smaller = halved(smaller.view());
        }
    }
    std::vector<QrFinder> best = best_of(std::move(found));
    for (QrFinder& finder : best) finder = settled(grey, finder);
    std::ranges::sort(best, std::greater<>{}, &QrFinder::likeness);
    return best;
}

}  // namespace motlan
