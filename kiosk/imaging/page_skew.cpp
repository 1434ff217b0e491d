#include "kiosk/imaging/page_skew.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numbers>
#include <vector>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

constexpr std::size_t kMostPoints = 60'000;
constexpr std::size_t kLeastPoints = 50;
constexpr double kMarginMm = 3;  // the rim of a scan shows the glass and the sheet's shadow
constexpr double kCoarse = 0.5;  // degrees
constexpr double kFine = 0.02;

// The end of a stroke: how far along a line and across it.
struct Place {
    std::int64_t along = 0;
    std::int64_t across = 0;
};

struct Places {
    std::vector<Place> ends;
    double length = 0;  // of the side along which the text runs
    double height = 0;
};

// Where two rows differ, eight pixels at a time: most are alike.
template <typename Visit>
void for_each_unlike(const std::uint8_t* row, const std::uint8_t* other, int count, Visit visit) {
    for (int x = 0; x < count; x += 8) {
        const int end = std::min(x + 8, count);
        if (std::memcmp(row + x, other + x, static_cast<std::size_t>(end - x)) == 0) continue;
        for (int i = x; i < end; ++i) {
            if (row[i] != other[i]) visit(i);
        }
    }
}

// Lower and upper ends of strokes: where ink begins or ends across the text. They make sharper
// crests than the ink itself.
Places places_of(const ImageView& ink, Reading reading, int margin) {
    Places places;
    const bool is_across = reading == Reading::Across;
    places.length = is_across ? ink.width : ink.height;
    places.height = is_across ? ink.height : ink.width;
    for (int y = margin; y < ink.height - margin; ++y) {
        const std::uint8_t* row = ink.row(y).data() + margin;
        const std::uint8_t* before = is_across ? row - ink.width : row - 1;
        for_each_unlike(row, before, ink.width - 2 * margin, [&](int i) {
            const int x = margin + i;
            places.ends.push_back(is_across ? Place{x, y} : Place{y, x});
        });
    }
    const std::size_t skip = places.ends.size() / kMostPoints + 1;
    for (std::size_t i = 0; skip > 1 && i * skip < places.ends.size(); ++i) {
        // Not a plain every n-th place, which could beat with the rows.
        const std::size_t from = std::min(i * skip + (i * 7919) % skip, places.ends.size() - 1);
        places.ends[i] = places.ends[from];
    }
    if (skip > 1) places.ends.resize(places.ends.size() / skip);
    return places;
}

// How sharply lines stand out at any angle.
class Crests {
public:
    explicit Crests(const Places& places)
        : places_(places),
          bins_(static_cast<std::size_t>(places.height + kMostSlope * places.length) + 4) {}

    // The sum of squares of the profile across the text, each place shared between two bins.
    double at(double degrees) {
        const double slope = std::tan(degrees * std::numbers::pi / 180);
        expects(std::abs(slope) < kMostSlope);
        const auto turn = std::llround(slope * kOne);
        const auto shift = std::llround((kMostSlope - slope) * places_.length / 2 * kOne);
        std::ranges::fill(bins_, std::uint64_t{0});
        for (const Place& place : places_.ends) {
            const auto at =
                static_cast<std::uint64_t>((place.across << kBits) + turn * place.along + shift);
            bins_[at >> kBits] += (std::uint64_t{1} << 32U) + at % kOne;
        }
        double sum = 0;
        double before = 0;
        double here = 0;
        double rest = 0;  // what the bin before leaves to this one
        for (const std::uint64_t bin : bins_) {
            const double next_rest = double(bin % (std::uint64_t{1} << 32U)) / kOne;
            const double next = double(bin >> 32U) - next_rest + rest;
            rest = next_rest;
            const double smooth = 0.25 * before + 0.5 * here + 0.25 * next;
            sum += smooth * smooth;
            before = here;
            here = next;
        }
        return sum;
    }

private:
    static constexpr double kMostSlope = 0.35;  // 19 degrees: more than anybody asks for
    // A place has so many bits after its point.
    static constexpr unsigned kBits = 16;
    static constexpr std::uint64_t kOne = std::uint64_t{1} << kBits;

    const Places& places_;
    // How many places begin in each, in the upper half; how much of them the next one gets, in the
    // lower half.
    std::vector<std::uint64_t> bins_;
};

struct Sweep {
    double from = 0;  // degrees
    double to = 0;
    double step = 0;
};

struct Best {
    double degrees = 0;
    double crest = 0;
    double mean = 0;  // of all crests of the sweep
};

Best best_of(Crests& crests, const Sweep& sweep) {
    Best best;
    double sum = 0;
    int count = 0;
    for (double degrees = sweep.from; degrees <= sweep.to + sweep.step / 2; degrees += sweep.step) {
        const double crest = crests.at(degrees);
        sum += crest;
        ++count;
        if (crest > best.crest) best = {.degrees = degrees, .crest = crest};
    }
    best.mean = count > 0 ? sum / count : 0;
    return best;
}

// The crest is nearly round around its top: the middle between equal heights beats its tip.
double middle_of_crest(Crests& crests, const Best& best) {
    double weights = 0;
    double moments = 0;
    const double floor = best.crest * 0.94;
    for (int step = -20; step <= 20; ++step) {
        const double degrees = best.degrees + step * kFine;
        const double above = crests.at(degrees) - floor;
        if (above <= 0) continue;
        weights += above;
        moments += above * degrees;
    }
    return weights > 0 ? moments / weights : best.degrees;
}

}  // namespace

Skew skew_of(const ImageView& ink, Reading reading, double reach) {
    const Places places = places_of(ink, reading, 1);
    if (places.ends.size() < kLeastPoints) return {};
    Crests crests(places);
    const Best coarse = best_of(crests, {-reach, reach, kCoarse});
    const Best best =
        best_of(crests, {coarse.degrees - kCoarse, coarse.degrees + kCoarse, 5 * kFine});
    const double contrast = coarse.mean > 0 ? best.crest / coarse.mean - 1 : 0;
    const double sign = reading == Reading::Across ? 1 : -1;
    return {sign * middle_of_crest(crests, best), std::clamp(contrast, 0.0, 1.0),
            best.crest / std::pow(static_cast<double>(places.ends.size()), 2) * places.height};
}

Skew refined(const Skew& skew, const ImageView& ink, Reading reading, double dpi) {
    const int margin = std::max(1, static_cast<int>(kMarginMm * dpi / 25.4));
    const Places places = places_of(ink, reading, margin);
    if (places.ends.size() < kLeastPoints) return skew;
    Crests crests(places);
    const double sign = reading == Reading::Across ? 1 : -1;
    const double about = sign * skew.degrees;
    const Best best = best_of(crests, {about - kCoarse, about + kCoarse, 2 * kFine});
    Skew better = skew;
    better.degrees = sign * middle_of_crest(crests, best);
    return better;
}

}  // namespace motlan
