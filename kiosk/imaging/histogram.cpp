#include "kiosk/imaging/histogram.h"

#include <numeric>

namespace motlan {

Histogram histogram_of(const ImageView& grey, const Box& box) {
    Histogram bins{};
    const auto left = static_cast<std::size_t>(box.left);
    const auto width = static_cast<std::size_t>(box.width);
    for (int y = box.top; y < box.top + box.height; ++y) {
        for (const std::uint8_t level : grey.row(y).subspan(left, width)) ++bins[level];
    }
    return bins;
}

Histogram histogram_of(const ImageView& grey) {
    return histogram_of(grey, {0, 0, grey.width, grey.height});
}

int level_at(const Histogram& bins, double share) {
    const auto total = std::accumulate(bins.begin(), bins.end(), std::int64_t{0});
    const double wanted = share * static_cast<double>(total);
    std::int64_t seen = 0;
    for (std::size_t level = 0; level < bins.size(); ++level) {
        seen += bins[level];
        if (static_cast<double>(seen) >= wanted) return static_cast<int>(level);
    }
    return 255;
}

}  // namespace motlan
