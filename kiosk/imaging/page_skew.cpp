#include "kiosk/imaging/page_skew.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace motlan {
namespace {

constexpr std::size_t kMostPoints = 60'000;
constexpr std::size_t kLeastPoints = 50;
constexpr double kMarginMm = 3;  // the rim of a scan shows the glass and the sheet's shadow
constexpr double kCoarse = 0.5;  // degrees
constexpr double kFine = 0.02;

struct Places {
    std::vector<float> along;
    std::vector<float> across;
    float length = 0;  // of the side along which the text runs
    float height = 0;
};

// Lower and upper ends of strokes: where ink begins or ends across the text. They make sharper
// crests than the ink itself.
Places places_of(const ImageView& ink, Reading reading, int margin) {
    Places places;
    const bool is_across = reading == Reading::Across;
    places.length = static_cast<float>(is_across ? ink.width : ink.height);
    places.height = static_cast<float>(is_across ? ink.height : ink.width);
    for (int y = margin; y < ink.height - margin; ++y) {
        const ByteView row = ink.row(y);
        const ByteView above = ink.row(y - 1);
        for (int x = margin; x < ink.width - margin; ++x) {
            const auto at = static_cast<std::size_t>(x);
            const bool is_end = is_across ? row[at] != above[at] : row[at] != row[at - 1];
            if (!is_end) continue;
            places.along.push_back(static_cast<float>(is_across ? x : y));
            places.across.push_back(static_cast<float>(is_across ? y : x));
        }
    }
    const std::size_t skip = places.along.size() / kMostPoints + 1;
    for (std::size_t i = 0; skip > 1 && i * skip < places.along.size(); ++i) {
        // Not a plain every n-th place, which could beat with the rows.
        const std::size_t from = std::min(i * skip + (i * 7919) % skip, places.along.size() - 1);
        places.along[i] = places.along[from];
        places.across[i] = places.across[from];
    }
    if (skip > 1) {
        places.along.resize(places.along.size() / skip);
        places.across.resize(places.along.size());
    }
    return places;
}

// How sharply lines stand out at any angle.
class Crests {
public:
    explicit Crests(const Places& places)
        : places_(places),
          bins_(static_cast<std::size_t>(places.height + places.length * 0.4F) + 4) {}

    // The sum of squares of the profile across the text, each place shared between two bins.
    double at(double degrees) {
        const auto slope = static_cast<float>(std::tan(degrees * std::numbers::pi / 180));
        const float middle = places_.length / 2;
        const float shift = places_.length / 2 * 0.35F;
        std::ranges::fill(bins_, 0.0F);
        for (std::size_t i = 0; i < places_.along.size(); ++i) {
            const float at = places_.across[i] + slope * (places_.along[i] - middle) + shift;
            const auto bin = static_cast<std::size_t>(std::max(0.0F, at));
            if (bin + 1 >= bins_.size()) continue;
            const float rest = at - static_cast<float>(bin);
            bins_[bin] += 1 - rest;
            bins_[bin + 1] += rest;
        }
        double sum = 0;
        for (std::size_t i = 1; i + 1 < bins_.size(); ++i) {
            const double smooth = 0.25 * bins_[i - 1] + 0.5 * bins_[i] + 0.25 * bins_[i + 1];
            sum += smooth * smooth;
        }
        return sum;
    }

private:
    const Places& places_;
    std::vector<float> bins_;
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
    if (places.along.size() < kLeastPoints) return {};
    Crests crests(places);
    const Best coarse = best_of(crests, {-reach, reach, kCoarse});
    const Best best =
        best_of(crests, {coarse.degrees - kCoarse, coarse.degrees + kCoarse, 5 * kFine});
    const double contrast = coarse.mean > 0 ? best.crest / coarse.mean - 1 : 0;
    const double sign = reading == Reading::Across ? 1 : -1;
    return {sign * middle_of_crest(crests, best), std::clamp(contrast, 0.0, 1.0),
            best.crest / std::pow(static_cast<double>(places.along.size()), 2) * places.height};
}

Skew refined(const Skew& skew, const ImageView& ink, Reading reading, double dpi) {
    const int margin = std::max(1, static_cast<int>(kMarginMm * dpi / 25.4));
    const Places places = places_of(ink, reading, margin);
    if (places.along.size() < kLeastPoints) return skew;
    Crests crests(places);
    const double sign = reading == Reading::Across ? 1 : -1;
    const double about = sign * skew.degrees;
    const Best best = best_of(crests, {about - kCoarse, about + kCoarse, 2 * kFine});
    Skew better = skew;
    better.degrees = sign * middle_of_crest(crests, best);
    return better;
}

}  // namespace motlan
