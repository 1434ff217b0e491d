#include "kiosk/imaging/qr_plane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace motlan {
namespace {

// The sums along rows, turned over so that a second call takes the columns.
QrPlane row_sums_turned(const QrPlane& plane, int modules, const std::vector<float>& window) {
    QrPlane turned(plane.size());
    const int reach = static_cast<int>(window.size()) - 1;
    for (int y = 0; y < modules; ++y) {
        const float* row = plane.data() + std::ptrdiff_t{y} * modules;
        for (int x = 0; x < modules; ++x) {
            float sum = 0;
            const int last = std::min(modules - 1, x + reach);
            for (int at = std::max(0, x - reach); at <= last; ++at) {
                sum += window[static_cast<std::size_t>(std::abs(at - x))] * row[at];
            }
            turned[static_cast<std::size_t>(x * modules + y)] = sum;
        }
    }
    return turned;
}

constexpr int kAtOnce = 16;

// A code with a border as wide as blur reaches, and rows that can be taken kAtOnce at a time.
struct Padded {
    QrPlane levels;
    int wide = 0;
    int modules = 0;
};

Padded padded(const QrPlane& plane, int modules, float outside) {
    const int wide = modules + 2 * kBlurReach + kAtOnce;
    const int high = modules + 2 * kBlurReach;
    Padded out{QrPlane(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high), outside),
               wide, modules};
    for (int y = 0; y < modules; ++y) {
        std::copy_n(plane.data() + std::ptrdiff_t{y} * modules, modules,
                    out.levels.data() + std::ptrdiff_t{y + kBlurReach} * wide + kBlurReach);
    }
    return out;
}

// The weighted sums for as many modules in a row as the processor's registers hold.
[[gnu::always_inline]] inline void blur_into(QrPlane& out, const Padded& from, const QrBlur& blur) {
    for (int y = 0; y < from.modules; ++y) {
        for (int x = 0; x < from.modules; x += kAtOnce) {
            const float* corner = from.levels.data() + std::ptrdiff_t{y} * from.wide + x;
            std::array<float, kAtOnce> sums{};
            for (int i = 0; i < kBlurSide * kBlurSide; ++i) {
                const float weight = blur[static_cast<std::size_t>(i)];
                const float* row = corner + std::ptrdiff_t{i / kBlurSide} * from.wide;
                for (std::size_t k = 0; k < kAtOnce; ++k) {
                    sums[k] += weight * row[static_cast<std::size_t>(i % kBlurSide) + k];
                }
            }
            std::copy_n(sums.data(), std::min(kAtOnce, from.modules - x),
                        out.data() + std::ptrdiff_t{y} * from.modules + x);
        }
    }
}

#ifdef __x86_64__
// The same for processors since 2013, whose registers hold twice as many.
[[gnu::target("avx2,fma")]] void blur_into_wide(QrPlane& out, const Padded& from,
                                                const QrBlur& blur) {
    blur_into(out, from, blur);
}
const bool kIsWide = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
#else
void blur_into_wide(QrPlane& out, const Padded& from, const QrBlur& blur) {
    blur_into(out, from, blur);
}
constexpr bool kIsWide = false;
#endif

}  // namespace

QrBlur gaussian_blur(double sigma) {
    QrBlur blur{};
    float sum = 0;
    for (int i = 0; i < kBlurSide * kBlurSide; ++i) {
        const int x = i % kBlurSide - kBlurReach;
        const int y = i / kBlurSide - kBlurReach;
        const auto weight = static_cast<float>(std::exp(-(x * x + y * y) / (2 * sigma * sigma)));
        blur[static_cast<std::size_t>(i)] = weight;
        sum += weight;
    }
    for (float& weight : blur) weight /= sum;
    return blur;
}

QrPlane blurred(const QrPlane& plane, int modules, const QrBlur& blur, float outside) {
    QrPlane out(plane.size());
    const Padded from = padded(plane, modules, outside);
    if (kIsWide) {
        blur_into_wide(out, from, blur);
    } else {
        blur_into(out, from, blur);
    }
    return out;
}

QrPlane window_sums(const QrPlane& plane, int modules, double sigma) {
    std::vector<float> window;
    for (int i = 0; i <= static_cast<int>(std::ceil(3 * sigma)); ++i) {
        window.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
    }
    return row_sums_turned(row_sums_turned(plane, modules, window), modules, window);
}

}  // namespace motlan
