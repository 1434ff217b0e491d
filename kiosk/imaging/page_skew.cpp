#include "kiosk/imaging/page_skew.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace motlan {
namespace {

constexpr std::size_t kMostPoints = 60'000;
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
Places places_of(const ImageView& ink, Reading reading) {
    Places places;
    const bool is_across = reading == Reading::Across;
    places.length = static_cast<float>(is_across ? ink.width : ink.height);
    places.height = static_cast<float>(is_across ? ink.height : ink.width);
    for (int y = 1; y < ink.height; ++y) {
        const ByteView row = ink.row(y);
        const ByteView above = ink.row(y - 1);
        for (int x = 1; x < ink.width; ++x) {
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

// The sum of squares of the profile across the text, each place shared between two bins.
double crest_at(const Places& places, double degrees, std::vector<float>& bins) {
    const auto slope = static_cast<float>(std::tan(degrees * std::numbers::pi / 180));
    const float middle = places.length / 2;
    const float shift = places.length / 2 * 0.35F;
    std::ranges::fill(bins, 0.0F);
    for (std::size_t i = 0; i < places.along.size(); ++i) {
        const float at = places.across[i] + slope * (places.along[i] - middle) + shift;
        const auto bin = static_cast<std::size_t>(std::max(0.0F, at));
        if (bin + 1 >= bins.size()) continue;
        const float rest = at - static_cast<float>(bin);
        bins[bin] += 1 - rest;
        bins[bin + 1] += rest;
    }
    double sum = 0;
    for (std::size_t i = 1; i + 1 < bins.size(); ++i) {
        const double smooth = 0.25 * bins[i - 1] + 0.5 * bins[i] + 0.25 * bins[i + 1];
        sum += smooth * smooth;
    }
    return sum;
}

struct Best {
    double degrees = 0;
    double crest = 0;
};

Best best_of(const Places& places, double from, double to, double step, std::vector<float>& bins,
             double& mean) {
    Best best;
    double sum = 0;
    int count = 0;
    for (double degrees = from; degrees <= to + step / 2; degrees += step) {
        const double crest = crest_at(places, degrees, bins);
        sum += crest;
        ++count;
        if (crest > best.crest) best = {degrees, crest};
    }
    mean = count > 0 ? sum / count : 0;
    return best;
}

}  // namespace

Skew skew_of(const ImageView& ink, Reading reading, double reach) {
    const Places places = places_of(ink, reading);
    if (places.along.size() < 50) return {};
    std::vector<float> bins(static_cast<std::size_t>(places.height + places.length * 0.4F) + 4);
    double mean = 0;
    Best best = best_of(places, -reach, reach, kCoarse, bins, mean);
    const double coarse_mean = mean;
    best = best_of(places, best.degrees - kCoarse, best.degrees + kCoarse, 5 * kFine, bins, mean);
    // The crest is nearly round around its top: the middle between equal heights beats its tip.
    double weights = 0;
    double moments = 0;
    const double floor = best.crest * 0.94;
    for (int step = -20; step <= 20; ++step) {
        const double degrees = best.degrees + step * kFine;
        const double above = crest_at(places, degrees, bins) - floor;
        if (above <= 0) continue;
        weights += above;
        moments += above * degrees;
    }
    const double degrees = weights > 0 ? moments / weights : best.degrees;
    const double contrast = coarse_mean > 0 ? best.crest / coarse_mean - 1 : 0;
    const double sign = reading == Reading::Across ? 1 : -1;
    return {sign * degrees, std::clamp(contrast, 0.0, 1.0),
            best.crest / std::pow(static_cast<double>(places.along.size()), 2) * places.height};
}

}  // namespace motlan
