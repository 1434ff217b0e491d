#include "kiosk/imaging/qr_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "kiosk/imaging/linear.h"

namespace motlan {

void guess_blur(QrView& view, const QrPlane& known) {
    double least = std::numeric_limits<double>::max();
    for (const double sigma : {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
        // The contrast was taken from how much levels vary, and blur makes them vary less.
        QrBlur blur = gaussian_blur(sigma);
        const float length =
            std::sqrt(std::inner_product(blur.begin(), blur.end(), blur.begin(), 0.0F));
        for (float& weight : blur) weight /= length;
        const QrPlane expected = blurred(known, view.modules, blur, -1);
        double errors = 0;
        for (std::size_t i = 0; i < known.size(); ++i) {
            const float error = view.signal[i] - expected[i];
            errors += known[i] == 0 ? 0 : double(view.weight[i] * error * error);
        }
        if (errors >= least) continue;
        least = errors;
        view.blur = blur;
    }
}

namespace {

// Seen from both sides the same: half of the neighbours and the module itself are unknown.
constexpr int kHalf = kBlurSide * kBlurSide / 2;
using BlurEquations = Equations<kHalf + 1>;

void add_module(BlurEquations& equations, const QrView& view, const QrPlane& believed,
                std::ptrdiff_t at) {
    const float* module = believed.data() + at;
    std::array<double, kHalf + 1> factors{};
    for (int i = 0; i < kHalf; ++i) {
        const std::ptrdiff_t step =
            std::ptrdiff_t{i / kBlurSide - kBlurReach} * view.modules + i % kBlurSide - kBlurReach;
        factors[static_cast<std::size_t>(i)] = double(module[step]) + double(module[-step]);
    }
    factors[kHalf] = double(*module);
    const auto place = static_cast<std::size_t>(at);
    equations.add(factors, double(view.signal[place]), double(view.weight[place]));
}

float noise_of(const QrView& view, const QrPlane& expected) {
    double errors = 0;
    double weights = 1e-3;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double error = double(view.signal[i]) - double(expected[i]);
        errors += double(view.weight[i]) * error * error;
        weights += double(view.weight[i]);
    }
    constexpr double kLeastNoise = 2e-4;
    return static_cast<float>(std::max(errors / weights, kLeastNoise));
}

}  // namespace

void fit_blur(QrView& view, const QrPlane& believed) {
    const int n = view.modules;
    BlurEquations equations;
    for (int y = kBlurReach; y < n - kBlurReach; ++y) {
        for (int x = kBlurReach; x < n - kBlurReach; ++x) {
            const auto at = std::ptrdiff_t{y} * n + x;
            const bool is_seen = view.weight[static_cast<std::size_t>(at)] >= 0.2F;
            if (is_seen) add_module(equations, view, believed, at);
        }
    }
    for (std::size_t i = 0; i <= kHalf; ++i) equations.damp(i, 2);
    const auto blur = equations.solved();
    if (!blur) return;
    for (std::size_t i = 0; i <= kHalf; ++i) {
        view.blur[i] = static_cast<float>((*blur)[i]);
        view.blur[view.blur.size() - 1 - i] = view.blur[i];
    }
    view.noise = noise_of(view, blurred(believed, n, view.blur, -1));
}

namespace {

// How the expected signal of a module changes with each of the twelve parts of a move.
QrWarp::Bend slopes_at(const float* expected, int modules, const std::array<double, 6>& terms) {
    const double across = double(expected[1] - expected[-1]) / 2;
    const double down = double(expected[modules] - expected[-modules]) / 2;
    QrWarp::Bend slopes{};
    for (std::size_t i = 0; i < terms.size(); ++i) {
        slopes[i] = across * terms[i];
        slopes[i + 6] = down * terms[i];
    }
    return slopes;
}

}  // namespace

QrWarp::Bend misplaced_by(const QrView& view, const QrExpectation& expected, const QrWarp& warp,
                          QrBending bending) {
    const int n = view.modules;
    Equations<12> equations;
    for (int y = 1; y + 1 < n; ++y) {
        for (int x = 1; x + 1 < n; ++x) {
            const std::ptrdiff_t at = std::ptrdiff_t{y} * n + x;
            const auto place = static_cast<std::size_t>(at);
            const double weight = double(view.weight[place] * expected.trusted[place]);
            if (weight <= 0) continue;
            equations.add(slopes_at(expected.signal.data() + at, n, warp.terms({x + 0.5, y + 0.5})),
                          double(view.signal[place] - expected.signal[place]), weight);
        }
    }
    // The last three of the six terms of each axis are quadratic.
    const double against_bending = bending == QrBending::Stiff ? 40 : 1;
    for (std::size_t i = 0; i < 12; ++i) equations.damp(i, i % 6 < 3 ? 1 : against_bending);
    QrWarp::Bend move{};
    if (const auto solved = equations.solved()) move = *solved;
    // signal(u) = expected(u + move): the place is too far by -move.
    for (double& part : move) part = std::clamp(-part, -0.8, 0.8);
    return move;
}

}  // namespace motlan
