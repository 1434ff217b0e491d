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
    QrPlane padded(static_cast<std::size_t>(modules + 2 * reach));
    QrPlane sums(static_cast<std::size_t>(modules));
    for (int y = 0; y < modules; ++y) {
        std::copy_n(plane.data() + std::ptrdiff_t{y} * modules, modules, padded.begin() + reach);
        std::ranges::fill(sums, 0.0F);
        for (int away = -reach; away <= reach; ++away) {
            const float weight = window[static_cast<std::size_t>(std::abs(away))];
            const float* from = padded.data() + reach + away;
            for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += weight * from[x];
        }
        for (int x = 0; x < modules; ++x) {
            turned[static_cast<std::size_t>(x * modules + y)] = sums[static_cast<std::size_t>(x)];
        }
    }
    return turned;
}

constexpr int kAtOnce = 16;

// A code with a border as wide as blur reaches, and rows that can be taken kAtOnce at a time, two
// together.
struct Padded {
    QrPlane levels;
    int wide = 0;
    int modules = 0;
};

Padded padded(const QrPlane& plane, int modules, float outside) {
    const int wide = modules + 2 * kBlurReach + kAtOnce;
    const int high = modules + 2 * kBlurReach + 1;
    Padded out{QrPlane(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high), outside),
               wide, modules};
    for (int y = 0; y < modules; ++y) {
        std::copy_n(plane.data() + std::ptrdiff_t{y} * modules, modules,
                    out.levels.data() + std::ptrdiff_t{y + kBlurReach} * wide + kBlurReach);
    }
    return out;
}

// The weighted sums for as many modules as the processor's registers hold, in two rows: one row
// alone would wait for each sum before the next.
[[gnu::always_inline]] inline void blur_into(QrPlane& out, const Padded& from, const QrBlur& blur) {
    for (int y = 0; y < from.modules; y += 2) {
        for (int x = 0; x < from.modules; x += kAtOnce) {
            const float* corner = from.levels.data() + std::ptrdiff_t{y} * from.wide + x;
            std::array<float, kAtOnce> upper{};
            std::array<float, kAtOnce> lower{};
            for (int i = 0; i < kBlurSide * kBlurSide; ++i) {
                const float weight = blur[static_cast<std::size_t>(i)];
                const float* row =
                    corner + std::ptrdiff_t{i / kBlurSide} * from.wide + i % kBlurSide;
                const float* next = row + from.wide;
                for (std::size_t k = 0; k < kAtOnce; ++k) upper[k] += weight * row[k];
                for (std::size_t k = 0; k < kAtOnce; ++k) lower[k] += weight * next[k];
            }
            const int count = std::min(kAtOnce, from.modules - x);
            float* to = out.data() + std::ptrdiff_t{y} * from.modules + x;
            std::copy_n(upper.data(), count, to);
            if (y + 1 < from.modules) std::copy_n(lower.data(), count, to + from.modules);
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
