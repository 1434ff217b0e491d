#include "kiosk/imaging/qr_sequence.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/imaging/qr_fit.h"

namespace motlan {
namespace {

constexpr std::size_t kMostViews = 8;
constexpr int kRounds = 5;
constexpr float kProgress = 0.97F;
constexpr std::size_t kPlacesTried = 3;
// Chance makes few fixed modules agree more easily than many: versions 1 to 4 must agree better.
// On generated cards a wrong place reached 0.54 at 25 modules, a right one seldom less than 0.6.
constexpr double kLeastAgreement = 0.55;
constexpr double kLeastAgreementOfSmall = 0.75;
constexpr int kSmallCode = 33;
constexpr double kLikelyAgreement = 0.75;
constexpr double kSureAgreement = 0.85;
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

// Moves the places of the modules until the fixed patterns fit.
void align_by_patterns(QrView& view, const ImageView& grey, QrWarp& warp, const QrPlane& signal) {
    QrPlane trusted = signal;
    for (float& one : trusted) one *= one;
    for (int round = 0; round < 6; ++round) {
        if (round % 2 == 0) guess_blur(view, signal);
        const QrPlane expected = blurred(signal, view.modules, view.blur, -1);
        warp.bend(misplaced_by(view, {expected, trusted}, warp,
                               round < 4 ? QrBending::Stiff : QrBending::Loose));
        measure_again(view, grey, warp);
    }
}

// The better the belief, the better shade, place and blur are known, and the other way round.
void refine(QrView& view, const ImageView& grey, QrWarp& warp, const QrPlane& likely) {
    QrPlane expected = blurred(likely, view.modules, view.blur, -1);
    level_by(view, expected);
    const QrPlane all(likely.size(), 1.0F);
    warp.bend(misplaced_by(view, {expected, all}, warp, QrBending::Loose));
    measure_again(view, grey, warp);
    fit_blur(view, likely);
}

struct Found {
    QrPlacement place;
    QrLayout layout;
    QrView view;
    double agreement = 0;
};

Found seen_at(const ImageView& grey, QrPlacement place) {
    QrLayout layout = qr_layout(place.modules);
    const QrPlane known = fixed_signal(layout);
    QrView view = view_of(grey, place.warp, place.modules);
    align_by_patterns(view, grey, place.warp, known);
    const QrPlane expected = blurred(known, view.modules, view.blur, -1);
    const double agreed = agreement(view, expected, known);
    view.noise = kFirstNoise;
    return {place, std::move(layout), std::move(view), agreed};
}

// The place where the fixed patterns fit best; nothing when they fit nowhere.
std::optional<Found> find_code(const ImageView& grey) {
    std::optional<Found> best;
    for (const QrScale scale : {QrScale::Near, QrScale::Far}) {
        for (const QrPlacement& place :
             place_codes(grey, find_finders(grey, scale), kPlacesTried)) {
            Found found = seen_at(grey, place);
            if (!best || found.agreement > best->agreement) best = std::move(found);
            if (best->agreement >= kSureAgreement) return best;
        }
        if (best && best->agreement >= kLikelyAgreement) break;
    }
    if (!best) return best;
    const bool is_small = best->place.modules <= kSmallCode;
    const double enough = is_small ? kLeastAgreementOfSmall : kLeastAgreement;
    return best->agreement >= enough ? std::move(best) : std::nullopt;
}

// Solves for what is not known yet, and again as long as restored blocks make more of it known:
// what they say stands between the words of the blocks that are still wanted.
QrBelief solve(std::span<const QrView> views, const QrLayout& layout, RestoredCode& code) {
    QrBelief belief;
    for (bool has_more = true; has_more;) {
        belief = solve_modules(views, layout.modules, code.modules);
        RestoredCode next = restore_code(layout, belief.odds);
        has_more = next.blocks > code.blocks && !next.is_whole;
        if (next.blocks > code.blocks) code = std::move(next);
    }
    return belief;
}

// Rounds of solving and refining, as long as they help.
RestoredCode solve_one(QrView& view, const ImageView& grey, QrPlacement& place,
                       const QrLayout& layout) {
    RestoredCode code{.modules = layout.fixed};
    for (int round = 0; round < kRounds; ++round) {
        const float before = view.noise;
        const QrBelief belief = solve(std::span(&view, 1), layout, code);
        if (code.is_whole) break;
        refine(view, grey, place.warp, belief.likely);
        // The first noise is a guess; from then on it must fall.
        if (round > 0 && view.noise > kProgress * before) break;
    }
    return code;
}

}  // namespace

QrAttempt QrSequence::add(const ImageView& grey) {
    QrAttempt attempt;
    auto found = find_code(grey);
    if (!found) return attempt;
    attempt.pictures = 1;
    attempt.code = solve_one(found->view, grey, found->place, found->layout);
    attempt.place = found->place;
    if (attempt.code.is_whole) return attempt;
    attempt.code = join(std::move(found->view), found->layout);
    attempt.pictures = static_cast<int>(views_.size());
    return attempt;
}

RestoredCode QrSequence::join(QrView view, const QrLayout& layout) {
    // One place seen wrongly costs one view; another card has taken over when all are used up.
    if (!views_.empty() && views_.front().modules != view.modules) {
        views_.erase(views_.begin());
        if (!views_.empty()) return {};
    }
    if (views_.size() == kMostViews) {
        views_.erase(std::ranges::max_element(views_, {}, &QrView::noise));
    }
    views_.push_back(std::move(view));
    RestoredCode code{.modules = layout.fixed};
    if (views_.size() < 2) return code;
    const QrBelief belief = solve(views_, layout, code);
    for (QrView& one : views_) {
        level_by(one, blurred(belief.likely, one.modules, one.blur, -1));
        fit_blur(one, belief.likely);
    }
    return code;
}

}  // namespace motlan
