#include "kiosk/imaging/qr_rings.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace motlan {
namespace {

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

const std::array<RingPoint, kRingPoints> kPlaces = [] {
    std::array<RingPoint, kRingPoints> places{};
    std::size_t at = 0;
    for (const Ring& ring : kRings) {
        for (int i = 0; i < ring.points; ++i) {
            const double turn = 2 * std::numbers::pi * i / ring.points;
            places.at(at++) = {ring.radius * std::cos(turn), ring.radius * std::sin(turn)};
        }
    }
    return places;
}();

// What a correlation with the rings needs of them: levels less their mean, of length 1.
using Template = std::array<float, kRings.size()>;

Template template_of(double Ring::* level) {
    double mean = 0;
    for (const Ring& ring : kRings) mean += ring.points * ring.*level / double(kRingPoints);
    double squares = 0;
    for (const Ring& ring : kRings) {
        squares += ring.points * (ring.*level - mean) * (ring.*level - mean);
    }
    Template made{};
    for (std::size_t i = 0; i < kRings.size(); ++i) {
        made.at(i) = static_cast<float>((kRings.at(i).*level - mean) / std::sqrt(squares));
    }
    return made;
}
const std::array<Template, 2> kTemplates{template_of(&Ring::sharp), template_of(&Ring::soft)};

}  // namespace

const std::array<RingPoint, kRingPoints>& ring_points() { return kPlaces; }

double ring_likeness(const std::array<float, kRingPoints>& levels) {
    float sum = 0;
    float squares = 0;
    Template sums{};
    std::size_t at = 0;
    for (std::size_t ring = 0; ring < kRings.size(); ++ring) {
        for (int i = 0; i < kRings[ring].points; ++i, ++at) {
            sums[ring] += levels[at];
            squares += levels[at] * levels[at];
        }
        sum += sums[ring];
    }
    const float spread = squares - sum * sum / static_cast<float>(kRingPoints);
    constexpr float kLeastSpread = 4.0F * kRingPoints;
    if (spread < kLeastSpread) return 0;
    float most = 0;
    for (const Template& one : kTemplates) {
        most = std::max(most, std::inner_product(sums.begin(), sums.end(), one.begin(), 0.0F));
    }
    return double(most / std::sqrt(spread));
}

}  // namespace motlan
