#include "kiosk/imaging/qr_plane.h"

#include <algorithm>
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
    const int wide = modules + 2 * kBlurReach;
    QrPlane padded(static_cast<std::size_t>(wide) * static_cast<std::size_t>(wide), outside);
    for (int y = 0; y < modules; ++y) {
        std::copy_n(plane.data() + std::ptrdiff_t{y} * modules, modules,
                    padded.data() + std::ptrdiff_t{y + kBlurReach} * wide + kBlurReach);
    }
    QrPlane out(plane.size());
    for (int y = 0; y < modules; ++y) {
        float* to = out.data() + std::ptrdiff_t{y} * modules;
        for (int i = 0; i < kBlurSide * kBlurSide; ++i) {
            const float weight = blur[static_cast<std::size_t>(i)];
            if (weight == 0) continue;
            const float* from =
                padded.data() + std::ptrdiff_t{y + i / kBlurSide} * wide + i % kBlurSide;
            for (int x = 0; x < modules; ++x) to[x] += weight * from[x];
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
