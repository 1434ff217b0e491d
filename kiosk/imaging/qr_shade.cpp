#include "kiosk/imaging/qr_shade.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <utility>

namespace motlan {
namespace {

constexpr double kWindow = 1.8;
// In modules squared: a slope that is seen on a few modules only is kept small.
constexpr float kSteady = 0.3F;
// Of the expected levels, which vary from -1 to 1.
constexpr float kLeastSpread = 0.02F;
// How much the usual contrast counts where all around is burnt, in the same unit.
constexpr float kUsual = 0.3F;

QrPlane product(const QrPlane& a, const QrPlane& b) {
    QrPlane out(a.size());
    std::ranges::transform(a, b, out.begin(), std::multiplies<>{});
    return out;
}

// The symmetric matrix {a b c; b d e; c e f}.
struct Symmetric {
    float a, b, c, d, e, f;
};

// Solves three equations by Cramer's rule.
std::array<float, 3> solved(const Symmetric& m, const std::array<float, 3>& right) {
    const float one = m.d * m.f - m.e * m.e;
    const float two = m.c * m.e - m.b * m.f;
    const float three = m.b * m.e - m.c * m.d;
    const float scale = 1 / std::max(m.a * one + m.b * two + m.c * three, 1e-6F);
    const float four = m.a * m.f - m.c * m.c;
    const float five = m.b * m.c - m.a * m.e;
    const float six = m.a * m.d - m.b * m.b;
    return {(one * right[0] + two * right[1] + three * right[2]) * scale,
            (two * right[0] + four * right[1] + five * right[2]) * scale,
            (three * right[0] + five * right[1] + six * right[2]) * scale};
}

QrPlane coordinate(int modules, bool is_down) {
    QrPlane plane;
    for (int y = 0; y < modules; ++y) {
        for (int x = 0; x < modules; ++x) plane.push_back(static_cast<float>(is_down ? y : x));
    }
    return plane;
}

// What explains a level, in this order, and the level itself.
enum Quantity : std::uint8_t { Across, Down, Expected, Level };

// Means and covariances of all quantities around every module.
class Moments {
public:
    Moments(std::array<QrPlane, 4> values, const QrAround& around) : values_(std::move(values)) {
        for (std::size_t a = Across; a <= Level; ++a) means_[a] = around.mean(values_[a]);
        for (std::size_t a = Across; a < Level; ++a) {
            for (std::size_t b = a; b <= Level; ++b) {
                products_[a][b] = around.mean(product(values_[a], values_[b]));
            }
        }
    }

    [[nodiscard]] float mean(Quantity a, std::size_t at) const { return means_[a][at]; }
    [[nodiscard]] float off(Quantity a, std::size_t at) const {
        return values_[a][at] - means_[a][at];
    }
    [[nodiscard]] float varied(Quantity a, Quantity b, std::size_t at) const {
        return products_[a][b][at] - means_[a][at] * means_[b][at];
    }

private:
    std::array<QrPlane, 4> values_;
    std::array<QrPlane, 4> means_;
    std::array<std::array<QrPlane, 4>, 3> products_;
};

}  // namespace

QrAround::QrAround(QrPlane weight, int modules)
    : weight_(std::move(weight)), modules_(modules), sum_(window_sums(weight_, modules, kWindow)) {}

QrPlane QrAround::mean(const QrPlane& of) const {
    QrPlane sums = window_sums(product(weight_, of), modules_, kWindow);
    std::ranges::transform(sums, sum_, sums.begin(), std::divides<>{});
    return sums;
}

QrShade shade_of(const QrLight& light, const QrAround& around) {
    const int n = around.modules();
    const Moments seen({coordinate(n, false), coordinate(n, true), light.expected, light.level},
                       around);
    const std::size_t count = light.level.size();
    QrShade shade{QrPlane(count), QrPlane(count)};
    for (std::size_t i = 0; i < count; ++i) {
        const float usual = kUsual * light.burnt[i];
        const Symmetric matrix{seen.varied(Across, Across, i) + kSteady,
                               seen.varied(Across, Down, i),
                               seen.varied(Across, Expected, i),
                               seen.varied(Down, Down, i) + kSteady,
                               seen.varied(Down, Expected, i),
                               std::max(seen.varied(Expected, Expected, i), kLeastSpread) + usual};
        const auto [across, down, print] =
            solved(matrix, {seen.varied(Across, Level, i), seen.varied(Down, Level, i),
                            seen.varied(Expected, Level, i) - usual * light.usual[i]});
        shade.contrast[i] = std::max(kLeastContrast, -print);
        shade.middle[i] = seen.mean(Level, i) + across * seen.off(Across, i) +
                          down * seen.off(Down, i) + shade.contrast[i] * seen.mean(Expected, i);
    }
    return shade;
}

}  // namespace motlan
