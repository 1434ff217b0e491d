#include "kiosk/imaging/qr_find.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>

#include "kiosk/imaging/histogram.h"
#include "kiosk/imaging/pixel.h"
#include "kiosk/imaging/qr_rings.h"
#include "kiosk/imaging/resize.h"

namespace motlan {
namespace {

constexpr double kLeastLikeness = 0.6;
constexpr std::size_t kMostFinders = 24;

double likeness_at(const ImageView& grey, const QrFinder& finder) {
    std::array<float, kRingPoints> levels{};
    for (std::size_t i = 0; i < kRingPoints; ++i) {
        levels[i] = level_between(grey, finder.x + ring_points()[i].x * finder.module,
                                  finder.y + ring_points()[i].y * finder.module);
    }
    return ring_likeness(levels);
}

// One scale on one picture, at whole pixels.
class Scan {
public:
    Scan(const ImageView& grey, double module) : grey_(grey), module_(module) {
        reach_ = static_cast<int>(std::ceil(4.15 * module)) + 1;
        for (std::size_t i = 0; i < kRingPoints; ++i) {
            const auto x = static_cast<std::ptrdiff_t>(std::lround(ring_points()[i].x * module));
            const auto y = static_cast<std::ptrdiff_t>(std::lround(ring_points()[i].y * module));
            offsets_[i] = y * grey.width + x;
        }
    }

    void run(int contrast, std::vector<QrFinder>& found) const {
        std::vector<std::uint8_t> lighter(static_cast<std::size_t>(grey_.width));
        for (int y = reach_; y < grey_.height - reach_; ++y) {
            const std::uint8_t* row = grey_.row(y).data();
            std::ranges::fill(lighter, std::uint8_t{0});
            for (std::size_t i = kOuterRing; i < kRingPoints; i += 2) {
                count_lighter(row, row + offsets_[i], contrast, lighter);
            }
            for (int x = reach_; x < grey_.width - reach_; ++x) {
                if (lighter[static_cast<std::size_t>(x)] < 5) continue;
                const double likeness = likeness_near(row + x);
                if (likeness < kLeastLikeness) continue;
                found.push_back({double(x), double(y), module_, likeness});
            }
        }
    }

private:
    // A quick look at a whole row: how many of six points of the outermost ring are lighter than
    // the middle. Written so that the compiler can take many pixels at once.
    void count_lighter(const std::uint8_t* middle, const std::uint8_t* outer, int contrast,
                       std::vector<std::uint8_t>& lighter) const {
        const auto least = static_cast<std::uint8_t>(contrast);
        std::uint8_t* count = lighter.data();
        for (int x = reach_; x < grey_.width - reach_; ++x) {
            const auto above =
                static_cast<std::uint8_t>(outer[x] > middle[x] ? outer[x] - middle[x] : 0);
            count[x] = static_cast<std::uint8_t>(count[x] + (above >= least ? 1 : 0));
        }
    }

    double likeness_near(const std::uint8_t* at) const {
        std::array<float, kRingPoints> levels{};
        for (std::size_t i = 0; i < kRingPoints; ++i) levels[i] = at[offsets_[i]];
        return ring_likeness(levels);
    }

    ImageView grey_;
    double module_;
    int reach_ = 0;
    std::array<std::ptrdiff_t, kRingPoints> offsets_{};
};

// How much lighter than its middle a pattern's surroundings must be: a share of what the picture's
// light and dark differ by, as far as noise does not ask for more.
int least_contrast(const ImageView& grey) {
    const Histogram bins = histogram_of(grey);
    return std::max(3, (level_at(bins, 0.98) - level_at(bins, 0.02)) / 16);
}

// The likest of those that overlap.
std::vector<QrFinder> best_of(std::vector<QrFinder> found) {
    constexpr std::size_t kMostCompared = 4000;
    if (found.size() > kMostCompared) {
        std::ranges::nth_element(found, found.begin() + kMostCompared, std::greater<>{},
                                 &QrFinder::likeness);
        found.resize(kMostCompared);
    }
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
    std::vector<QrFinder> here;
    const int contrast = least_contrast(grey);
    for (const double module : modules) Scan(grey, module).run(contrast, here);
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
