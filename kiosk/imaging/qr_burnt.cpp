#include "kiosk/imaging/qr_burnt.h"

#include <cmath>
#include <functional>

namespace motlan {
namespace {

constexpr float kWhite = 252;
// How far around a module its usual contrast is looked for, in modules.
constexpr double kFar = 3.0;

bool has_any(const QrPlane& burnt) {
    return std::ranges::any_of(burnt, [](float share) { return share > 0; });
}

}  // namespace

bool is_burnt(const QrView& view, std::size_t module) { return view.level[module] >= kWhite; }

QrPlane burnt_around(const QrView& view) {
    QrPlane burnt(view.level.size());
    for (std::size_t i = 0; i < burnt.size(); ++i) burnt[i] = is_burnt(view, i) ? 1.0F : 0.0F;
    if (!has_any(burnt)) return burnt;
    const QrPlane ones(view.level.size(), 1.0F);
    QrPlane around = window_sums(burnt, view.modules, 1.2);
    const QrPlane all = window_sums(ones, view.modules, 1.2);
    for (std::size_t i = 0; i < around.size(); ++i) around[i] /= all[i];
    return around;
}

QrPlane usual_contrast(const QrView& view, const QrPlane& burnt) {
    if (!has_any(burnt)) return view.contrast;
    QrPlane clear(burnt.size());
    for (std::size_t i = 0; i < clear.size(); ++i) {
        clear[i] = std::pow(1 - burnt[i], 4.0F) + 1e-4F;
    }
    const QrPlane all = window_sums(clear, view.modules, kFar);
    QrPlane usual(clear.size());
    std::ranges::transform(clear, view.contrast, usual.begin(), std::multiplies<>{});
    usual = window_sums(usual, view.modules, kFar);
    for (std::size_t i = 0; i < usual.size(); ++i) usual[i] /= all[i];
    return usual;
}

QrPlane unclipped(const QrView& view, const QrPlane& expected, const QrPlane& contrast) {
    QrPlane level = view.level;
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (!is_burnt(view, i)) continue;
        level[i] = std::max(level[i], view.middle[i] - contrast[i] * expected[i]);
    }
    return level;
}

void raise_burnt(QrView& view, const QrPlane& burnt) {
    constexpr float kDarkest = 1.2F;
    for (std::size_t i = 0; i < burnt.size(); ++i) {
        const float all = 1 - clearness(burnt[i]);
        if (all == 0) continue;
        view.middle[i] = std::max(view.middle[i], kWhite + all * kDarkest * view.contrast[i]);
    }
}

void believe_burnt(QrView& view, const QrPlane& expected) {
    for (std::size_t i = 0; i < view.level.size(); ++i) {
        if (is_burnt(view, i)) view.signal[i] = std::min(view.signal[i], expected[i]);
    }
}

}  // namespace motlan
