#include "kiosk/imaging/qr_view.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "kiosk/imaging/pixel.h"
#include "kiosk/imaging/qr_burnt.h"
#include "kiosk/imaging/qr_shade.h"

namespace motlan {
namespace {

constexpr double kWideWindow = 3.0;
// Variance of 3 by 3 places 0.28 modules apart on an even slope of 1 a module.
constexpr float kTextureOfSlope = 0.052F;
// Variance, in contrasts squared, from which a module is rather dirt than print.
constexpr float kOddTexture = 0.08F;

struct ModuleLook {
    float level = 0;
    float texture = 0;
};

// A module's middle and its sides, in pixels.
struct ModulePlace {
    QrSpot middle;
    QrSpot across;
    QrSpot down;
};

// Mean and variance of 3 by 3 places in the middle of a module.
ModuleLook module_look(const ImageView& grey, const ModulePlace& place) {
    constexpr double kStep = 0.28;
    float sum = 0;
    float squares = 0;
    for (int i = -1; i <= 1; ++i) {
        for (int j = -1; j <= 1; ++j) {
            const float level = level_between(
                grey, place.middle.x + kStep * (i * place.across.x + j * place.down.x),
                place.middle.y + kStep * (i * place.across.y + j * place.down.y));
            sum += level;
            squares += level * level;
        }
    }
    return {sum / 9, std::max(0.0F, squares / 9 - sum * sum / 81)};
}

// The middles of one row of modules and of the one beyond its end.
std::vector<QrSpot> middles_of(const QrWarp& warp, int modules, int row) {
    std::vector<QrSpot> middles;
    for (int x = 0; x <= modules; ++x) middles.push_back(warp.pixel({x + 0.5, row + 0.5}));
    return middles;
}

QrPlane product(const QrPlane& a, const QrPlane& b) {
    QrPlane out(a.size());
    std::ranges::transform(a, b, out.begin(), std::multiplies<>{});
    return out;
}

float median_of(QrPlane values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

float contrast_weight(const QrView& view, std::size_t at, float usual) {
    const float relative = view.contrast[at] / std::max(usual, 1.0F);
    return relative < 0.1F ? 0.0F : std::min(1.0F, relative * relative);
}

// As long as nothing is expected: burnt modules say nothing where everything around them is
// burnt, and little elsewhere; places without contrast say nothing.
void weigh(QrView& view) {
    const float usual = median_of(view.contrast);
    const QrPlane burnt = burnt_around(view);
    for (std::size_t i = 0; i < view.level.size(); ++i) {
        const float clear = clearness(burnt[i]);
        view.weight[i] = clear * contrast_weight(view, i, usual);
    }
}

// A burnt module tells that it is light as far as a dark one would have shown there.
void weigh_by(QrView& view, const QrPlane& expected, const QrPlane& burnt) {
    const float usual = median_of(view.contrast);
    const float own = std::max(view.blur[view.blur.size() / 2], 0.1F);
    for (std::size_t i = 0; i < view.level.size(); ++i) {
        const float clear = clearness(burnt[i]);
        view.weight[i] = clear * contrast_weight(view, i, usual);
        if (!is_burnt(view, i)) continue;
        const float lightest = (view.middle[i] - view.level[i]) / std::max(view.contrast[i], 0.5F);
        const float shown = std::clamp((expected[i] + 2 * own - lightest) / (2 * own), 0.0F, 1.0F);
        view.weight[i] *= shown * shown;
    }
}

void signal_from(QrView& view) {
    for (std::size_t i = 0; i < view.level.size(); ++i) {
        view.signal[i] = std::clamp(
            (view.middle[i] - view.level[i]) / std::max(view.contrast[i], 0.5F), -2.5F, 2.5F);
    }
}

// A module in which the level changes more than its neighbours explain is scratched or dirty.
void doubt_texture(QrView& view, const QrPlane& expected) {
    const auto n = static_cast<std::size_t>(view.modules);
    QrPlane excess(view.texture.size());
    // Beyond the first and the last module it is light, as a quiet zone is.
    const auto level = [&](std::size_t at) { return at < expected.size() ? expected[at] : -1.0F; };
    for (std::size_t at = 0; at < excess.size(); ++at) {
        const float across = (level(at + 1) - level(at - 1)) / 2;
        const float down = (level(at + n) - level(at - n)) / 2;
        const float steepest = across * across + down * down;
        excess[at] =
            view.texture[at] / (view.contrast[at] * view.contrast[at]) - kTextureOfSlope * steepest;
    }
    const float usual = std::max(0.0F, median_of(excess));
    for (std::size_t i = 0; i < excess.size(); ++i) {
        const float odd = std::max(0.0F, excess[i] - 2 * usual) / kOddTexture;
        view.weight[i] /= 1 + odd * odd;
    }
}

constexpr float kMisfit = 2;

// What is weighed as nothing still counts a little where there is nothing else.
QrPlane seen(const QrView& view) {
    QrPlane weight = view.weight;
    for (float& one : weight) one += 0.02F;
    return weight;
}

// Where what is seen differs more from what is expected than elsewhere, less is known than it
// seems.
void doubt_misfit(QrView& view, const QrPlane& expected) {
    QrPlane misfit(expected.size());
    for (std::size_t i = 0; i < misfit.size(); ++i) {
        const float off = view.signal[i] - expected[i];
        misfit[i] = off * off;
    }
    const QrPlane nearby = QrAround(seen(view), view.modules).mean(misfit);
    const float usual = std::max(median_of(nearby), 1e-4F);
    for (std::size_t i = 0; i < nearby.size(); ++i) {
        view.weight[i] *= std::min(1.0F, kMisfit * usual / nearby[i]);
    }
}

}  // namespace

void measure_again(QrView& view, const ImageView& grey, const QrWarp& warp) {
    std::vector<QrSpot> below = middles_of(warp, view.modules, 0);
    for (int y = 0; y < view.modules; ++y) {
        const std::vector<QrSpot> here =
            std::exchange(below, middles_of(warp, view.modules, y + 1));
        for (int x = 0; x < view.modules; ++x) {
            const auto column = static_cast<std::size_t>(x);
            const QrSpot middle = here[column];
            const ModuleLook look =
                module_look(grey, {middle, here[column + 1] - middle, below[column] - middle});
            const auto at = static_cast<std::size_t>(std::ptrdiff_t{y} * view.modules + x);
            view.level[at] = look.level;
            view.texture[at] = look.texture;
        }
    }
    signal_from(view);
}

QrView view_of(const ImageView& grey, const QrWarp& warp, int modules) {
    const auto count = static_cast<std::size_t>(modules) * static_cast<std::size_t>(modules);
    QrView view{.modules = modules};
    for (QrPlane* plane :
         {&view.level, &view.texture, &view.middle, &view.contrast, &view.signal, &view.weight}) {
        plane->resize(count);
    }
    measure_again(view, grey, warp);
    const QrPlane all = window_sums(QrPlane(count, 1.0F), modules, kWideWindow);
    const QrPlane sums = window_sums(view.level, modules, kWideWindow);
    const QrPlane squares = window_sums(product(view.level, view.level), modules, kWideWindow);
    for (std::size_t i = 0; i < count; ++i) {
        view.middle[i] = sums[i] / all[i];
        const float spread = squares[i] / all[i] - view.middle[i] * view.middle[i];
        view.contrast[i] = std::sqrt(std::max(spread, kLeastContrast));
    }
    signal_from(view);
    weigh(view);
    view.blur = gaussian_blur(0.4);
    return view;
}

void level_by(QrView& view, const QrPlane& expected) {
    const QrPlane burnt = burnt_around(view);
    const QrPlane usual = usual_contrast(view, burnt);
    const QrPlane level = unclipped(view, expected, usual);
    QrShade shade = shade_of({level, expected, usual, burnt}, QrAround(seen(view), view.modules));
    view.contrast = std::move(shade.contrast);
    view.middle = std::move(shade.middle);
    raise_burnt(view, burnt);
    signal_from(view);
    believe_burnt(view, expected);
    weigh_by(view, expected, burnt);
    doubt_texture(view, expected);
    doubt_misfit(view, expected);
}

}  // namespace motlan
