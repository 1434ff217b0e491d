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

// The weighted sums for as many modules in a row as the processor's registers hold.
std::array<float, kAtOnce> sums_at(const float* corner, int wide, const QrBlur& blur) {
    std::array<float, kAtOnce> sums{};
    for (int i = 0; i < kBlurSide * kBlurSide; ++i) {
        const float weight = blur[static_cast<std::size_t>(i)];
        const float* from = corner + std::ptrdiff_t{i / kBlurSide} * wide + i % kBlurSide;
        for (std::size_t k = 0; k < kAtOnce; ++k) sums[k] += weight * from[k];
    }
    return sums;
}

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
    const int wide = modules + 2 * kBlurReach + kAtOnce;
    const int high = modules + 2 * kBlurReach;
    QrPlane padded(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high), outside);
    for (int y = 0; y < modules; ++y) {
        std::copy_n(plane.data() + std::ptrdiff_t{y} * modules, modules,
                    padded.data() + std::ptrdiff_t{y + kBlurReach} * wide + kBlurReach);
    }
    QrPlane out(plane.size());
    for (int y = 0; y < modules; ++y) {
        for (int x = 0; x < modules; x += kAtOnce) {
            const auto sums = sums_at(padded.data() + std::ptrdiff_t{y} * wide + x, wide, blur);
            std::copy_n(sums.data(), std::min(kAtOnce, modules - x),
                        out.data() + std::ptrdiff_t{y} * modules + x);
        }
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
