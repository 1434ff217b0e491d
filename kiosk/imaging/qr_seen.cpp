#include "kiosk/imaging/qr_seen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "kiosk/imaging/qr_fit.h"
#include "kiosk/imaging/qr_guess.h"

namespace motlan {
namespace {

constexpr std::size_t kPlacesTried = 3;
// Chance makes few fixed modules agree more easily than many: versions 1 to 4 must agree better.
// On generated cards a wrong place reached 0.54 at 25 modules, a right one seldom less than 0.6.
constexpr double kLeastAgreement = 0.55;
constexpr double kLeastAgreementOfSmall = 0.75;
constexpr int kSmallCode = 33;
constexpr double kLikelyAgreement = 0.65;
constexpr double kSureAgreement = 0.92;
// Enough where all three finder patterns agree as well.
constexpr double kFairAgreement = 0.85;
// After two rounds a right place agreed to 0.58 at least, a wrong one seldom to more than 0.5.
constexpr double kHopeless = 0.45;
// Modules that move less than this, in modules, have found their place.
constexpr double kSettled = 0.05;
constexpr int kStiffRounds = 4;
constexpr int kLooseRounds = 2;
constexpr float kFirstNoise = 0.02F;

QrPlane fixed_signal(const QrLayout& layout) {
    QrPlane plane;
    for (const QrModule module : layout.fixed) {
        plane.push_back(module == QrModule::Open ? 0.0F : module == QrModule::Dark ? 1.0F : -1.0F);
    }
    return plane;
}

// Correlation of the signal with what is expected of the fixed patterns.
double agreement(const QrView& view, const QrPlane& expected, const QrPlane& known) {
    double products = 0;
    double signals = 1e-9;
    double wants = 1e-9;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == 0) continue;
        const double weight = double(view.weight[i]);
        products += weight * double(view.signal[i] * expected[i]);
        signals += weight * double(view.signal[i] * view.signal[i]);
        wants += weight * double(expected[i] * expected[i]);
    }
    return products / std::sqrt(signals * wants);
}

double farthest(const QrWarp::Bend& move) {
    return std::abs(
        *std::ranges::max_element(move, {}, [](double part) { return std::abs(part); }));
}

// Moves the places of the modules until the fixed patterns fit: four times as a stiff card, then
// twice as a bent one, sooner where nothing moves any more. Answers how well they fit in the end;
// nothing where they plainly will not.
std::optional<double> align_by_patterns(QrView& view, const ImageView& grey, QrWarp& warp,
                                        const QrPlane& signal) {
    QrPlane trusted = signal;
    for (float& one : trusted) one *= one;
    double agreed = 0;
    bool is_settled = false;
    for (int round = 0; round < kStiffRounds + kLooseRounds; ++round) {
        const bool is_stiff = round < kStiffRounds;
        if (is_stiff && is_settled) continue;
        if (round == 0 || round == kStiffRounds) guess_blur(view, signal);
        const QrWarp::Bend move =
            misplaced_by(view, {blurred(signal, view.modules, view.blur, -1), trusted}, warp,
                         is_stiff ? QrBending::Stiff : QrBending::Loose);
        warp.bend(move);
        measure_again(view, grey, warp);
        agreed = agreement(view, blurred(signal, view.modules, view.blur, -1), signal);
        if (round == 1 && agreed < kHopeless) return std::nullopt;
        is_settled = farthest(move) < kSettled;
        if (!is_stiff && is_settled) break;
    }
    return agreed;
}

std::optional<SeenCode> seen_at(const ImageView& grey, QrPlacement place) {
    QrLayout layout = qr_layout(place.modules);
    QrView view = view_of(grey, place.warp, place.modules);
    const auto agreed = align_by_patterns(view, grey, place.warp, fixed_signal(layout));
    if (!agreed) return std::nullopt;
    view.noise = kFirstNoise;
    return SeenCode{place, std::move(layout), std::move(view), *agreed};
}

// The finders in a part of the picture.
std::vector<QrFinder> finders_in(const ImageView& grey, const Box& box) {
    const Image part = cropped(grey, box);
    std::vector<QrFinder> finders = find_finders(part.view(), QrScale::Near);
    for (QrFinder& finder : finders) {
        finder.x += box.left;
        finder.y += box.top;
    }
    return finders;
}

// Half as large again on each side, as far as the picture goes.
Box surroundings_of(const Box& box, const ImageView& grey) {
    const int reach = std::max(box.width, box.height) / 2;
    const int left = std::clamp(box.left - reach, 0, grey.width);
    const int top = std::clamp(box.top - reach, 0, grey.height);
    return {left, top, std::clamp(box.left + box.width + reach, left, grey.width) - left,
            std::clamp(box.top + box.height + reach, top, grey.height) - top};
}

// Whether all three finder patterns of a code were seen where it was found.
bool has_finders(const SeenCode& found) {
    constexpr double kLeastSeen = 0.7;
    const int n = found.view.modules;
    const QrPlane expected = blurred(fixed_signal(found.layout), n, found.view.blur, -1);
    return std::ranges::all_of(
        std::array<QrPlace, 3>{{{0, 0}, {n - 7, 0}, {0, n - 7}}}, [&](QrPlace corner) {
            QrPlane known(expected.size());
            for (int i = 0; i < 49; ++i) {
                known[found.layout.at(corner.x + i % 7, corner.y + i / 7)] = 1;
            }
            return agreement(found.view, expected, known) >= kLeastSeen;
        });
}

}  // namespace

std::optional<SeenCode> find_code(const ImageView& grey, const std::optional<Box>& seen) {
    std::optional<SeenCode> best;
    const auto agrees = [&best](double enough) { return best && best->agreement >= enough; };
    const auto is_sure = [&](const QrPlacement& place) {
        auto found = seen_at(grey, place);
        if (found && !agrees(found->agreement)) best = std::move(found);
        return agrees(kSureAgreement) || (agrees(kFairAgreement) && has_finders(*best));
    };
    const auto look = [&](const std::vector<QrFinder>& finders) {
        bool is_found = false;
        try_places(grey, finders, kPlacesTried,
                   [&](const QrPlacement& place) { return is_found = is_sure(place); });
        if (!is_found) std::ranges::any_of(guessed_places(grey, finders), is_sure);
    };
    if (seen) look(finders_in(grey, surroundings_of(*seen, grey)));
    if (!agrees(kLikelyAgreement)) look(find_finders(grey, QrScale::Near));
    if (!agrees(kLikelyAgreement)) look(find_finders(grey, QrScale::Far));
    const bool is_small = best && best->place.modules <= kSmallCode;
    return agrees(is_small ? kLeastAgreementOfSmall : kLeastAgreement) ? std::move(best)
                                                                       : std::nullopt;
}

}  // namespace motlan
