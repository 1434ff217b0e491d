#include "kiosk/imaging/qr_relief.h"

#include <algorithm>
#include <cmath>

#include "kiosk/imaging/pixel.h"
#include "kiosk/imaging/qr_layout.h"

namespace motlan {

QrPatterns fixed_patterns(int modules) {
    const QrLayout layout = qr_layout(modules);
    QrPatterns patterns;
    for (int y = 0; y < layout.modules; ++y) {
        for (int x = 0; x < layout.modules; ++x) {
            const QrModule module = layout.fixed[layout.at(x, y)];
            if (module == QrModule::Open) continue;
            patterns.spots.push_back({{x + 0.5, y + 0.5}, module == QrModule::Dark ? -1.0F : 1.0F});
        }
    }
    return patterns;
}

QrPatterns timing_patterns(int modules) {
    QrPatterns patterns;
    for (int at = 8; at < modules - 8; ++at) {
        const float sign = at % 2 == 0 ? -1.0F : 1.0F;
        patterns.spots.push_back({{at + 0.5, 6.5}, sign});
        patterns.spots.push_back({{6.5, at + 0.5}, sign});
    }
    return patterns;
}

QrRelief::QrRelief(const ImageView& grey) : grey_(grey) {
    const std::size_t wide = static_cast<std::size_t>(grey.width) + 1;
    sums_.resize(wide * (static_cast<std::size_t>(grey.height) + 1));
    for (int y = 0; y < grey.height; ++y) {
        const ByteView row = grey.row(y);
        const std::uint32_t* above = sums_.data() + static_cast<std::size_t>(y) * wide + 1;
        std::uint32_t* here = sums_.data() + static_cast<std::size_t>(y + 1) * wide + 1;
        std::uint32_t sum = 0;
        for (std::size_t x = 0; x < row.size(); ++x) {
            sum += row[x];
            here[x] = above[x] + sum;
        }
    }
}

std::uint32_t QrRelief::sum_to(int x, int y) const {
    const std::size_t wide = static_cast<std::size_t>(grey_.width) + 1;
    return sums_[static_cast<std::size_t>(y) * wide + static_cast<std::size_t>(x)];
}

float QrRelief::at(const QrSpot& spot, int reach) const {
    const int x = static_cast<int>(std::clamp(spot.x, 0.0, grey_.width - 1.0));
    const int y = static_cast<int>(std::clamp(spot.y, 0.0, grey_.height - 1.0));
    const int left = std::max(0, x - reach);
    const int top = std::max(0, y - reach);
    const int right = std::min(grey_.width, x + reach + 1);
    const int bottom = std::min(grey_.height, y + reach + 1);
    const std::uint32_t sum =
        sum_to(right, bottom) - sum_to(left, bottom) - sum_to(right, top) + sum_to(left, top);
    const auto area = static_cast<float>((right - left) * (bottom - top));
    return level_between(grey_, spot.x, spot.y) - static_cast<float>(sum) / area;
}

double QrRelief::fit(const QrWarp& warp, const QrPatterns& patterns) const {
    constexpr double kReach = 3;
    const int reach = std::max(1, static_cast<int>(std::lround(kReach * warp.module_pixels())));
    float products = 0;
    float squares = 1;
    for (const auto& [middle, sign] : patterns.spots) {
        const float relief = at(warp.pixel(middle), reach);
        products += sign * relief;
        squares += relief * relief;
    }
    return double(products / std::sqrt(squares * static_cast<float>(patterns.spots.size())));
}

}  // namespace motlan
