#include "kiosk/imaging/qr_sequence.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

#include "kiosk/imaging/qr_burnt.h"
#include "kiosk/imaging/qr_fit.h"
#include "kiosk/imaging/qr_seen.h"

namespace motlan {
namespace {

constexpr std::size_t kMostViews = 8;
constexpr int kRounds = 5;
constexpr float kProgress = 0.97F;
// Times the noise of the clearest view. A code placed wrongly is four times as noisy and more.
constexpr float kNoisiest = 3;
// Correlation of what the payload decides: at least 0.85 in views of one code on generated cards,
// at most 0.1 in those of two.
constexpr double kAlike = 0.5;
// Print and clutter looked like a code up to 0.63, unread codes on generated cards from 0.79.
constexpr double kPlausible = 0.7;

// The better the belief, the better shade, place and blur are known, and the other way round.
void refine(QrView& view, const ImageView& grey, QrWarp& warp, const QrPlane& likely) {
    QrPlane expected = blurred(likely, view.modules, view.blur, -1);
    level_by(view, expected);
    const QrPlane all(likely.size(), 1.0F);
    warp.bend(misplaced_by(view, {expected, all}, warp, QrBending::Loose));
    measure_again(view, grey, warp);
    believe_burnt(view, expected);
    fit_blur(view, likely);
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
        const int blocks = code.blocks;
        const QrBelief belief = solve(std::span(&view, 1), layout, code);
        if (code.is_whole) break;
        refine(view, grey, place.warp, belief.likely);
        // The first noise is a guess; from then on it must fall, unless a restored block has shown
        // what is dirt.
        const bool has_learnt = code.blocks > blocks;
        if (round > 0 && !has_learnt && view.noise > kProgress * before) break;
    }
    return code;
}

// Whether two views can show one code: what depends on the payload looks alike in them.
bool are_alike(const QrView& one, const QrView& other, const QrLayout& layout) {
    if (one.modules != other.modules) return false;
    double products = 0;
    double ones = 1e-9;
    double others = 1e-9;
    for (std::size_t i = 0; i < one.signal.size(); ++i) {
        if (layout.fixed[i] != QrModule::Open) continue;
        const double weight = double(one.weight[i]) * double(other.weight[i]);
        const double here = std::clamp(double(one.signal[i]), -1.5, 1.5);
        const double there = std::clamp(double(other.signal[i]), -1.5, 1.5);
        products += weight * here * there;
        ones += weight * here * here;
        others += weight * there * there;
    }
    return products >= kAlike * std::sqrt(ones * others);
}

}  // namespace

QrAttempt QrSequence::add(const ImageView& grey, const std::optional<Box>& seen) {
    ++pictures_;
    forget_old();
    QrAttempt attempt;
    auto found = find_code(grey, seen);
    if (!found) return attempt;
    attempt.pictures = 1;
    attempt.code = solve_one(found->view, grey, found->place, found->layout);
    if (!attempt.code.is_whole) attempt = join(std::move(found->view), found->layout);
    const bool is_plausible = attempt.code.is_whole || found->agreement >= kPlausible;
    if (is_plausible) attempt.place = found->place;
    return attempt;
}

void QrSequence::clear() {
    views_.clear();
    taken_.clear();
}

void QrSequence::forget(std::size_t at) {
    views_.erase(views_.begin() + static_cast<std::ptrdiff_t>(at));
    taken_.erase(taken_.begin() + static_cast<std::ptrdiff_t>(at));
}

void QrSequence::forget_old() {
    for (std::size_t at = views_.size(); at-- > 0;) {
        if (pictures_ - taken_[at] > kKeptFor) forget(at);
    }
}

// Views of another card, or of a place seen wrongly, are not like this one: they take no part, and
// are the first to go. The others stand before them, the clearest first.
std::span<QrView> QrSequence::keep(QrView view, const QrLayout& layout) {
    const auto rank = [&](const auto& kept) {
        const QrView& one = std::get<0>(kept);
        return std::pair(!are_alike(one, view, layout), one.noise);
    };
    std::ranges::sort(std::views::zip(views_, taken_), {}, rank);
    if (views_.size() == kMostViews) forget(kMostViews - 1);
    const auto stranger = std::ranges::find_if_not(
        views_, [&](const QrView& one) { return are_alike(one, view, layout); });
    const auto place =
        std::ranges::upper_bound(views_.begin(), stranger, view.noise, {}, &QrView::noise);
    const auto alike = static_cast<std::size_t>(stranger - views_.begin()) + 1;
    taken_.insert(taken_.begin() + (place - views_.begin()), pictures_);
    views_.insert(place, std::move(view));
    return std::span(views_).first(alike);
}

QrAttempt QrSequence::join(QrView view, const QrLayout& layout) {
    const std::span<QrView> alike = keep(std::move(view), layout);
    // What was placed a little wrongly looks noisy, and would spoil the others.
    const auto blurry =
        std::ranges::upper_bound(alike, kNoisiest * alike.front().noise, {}, &QrView::noise);
    const std::span<QrView> clear(alike.begin(), blurry);
    QrAttempt attempt{.code = {.modules = layout.fixed}};
    attempt.pictures = static_cast<int>(clear.size());
    if (clear.size() < 2) return attempt;
    const QrBelief belief = solve(clear, layout, attempt.code);
    for (QrView& one : clear) {
        level_by(one, blurred(belief.likely, one.modules, one.blur, -1));
        fit_blur(one, belief.likely);
    }
    return attempt;
}

}  // namespace motlan
