#include "kiosk/imaging/qr_relief.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "kiosk/imaging/pixel.h"
#include "kiosk/imaging/qr_layout.h"

namespace motlan {
namespace {

// Means of the squares around each pixel of a picture, by sums of all pixels above and to the left.
class Means {
public:
    Means(const ImageView& grey, int reach) : grey_(grey), reach_(reach) {
        sums_.resize(stride() * (static_cast<std::size_t>(grey.height) + 1));
        for (int y = 0; y < grey.height; ++y) {
            const ByteView row = grey.row(y);
            const std::uint32_t* above = sums_.data() + static_cast<std::size_t>(y) * stride() + 1;
            std::uint32_t* here = sums_.data() + static_cast<std::size_t>(y + 1) * stride() + 1;
            std::uint32_t sum = 0;
            for (std::size_t x = 0; x < row.size(); ++x) {
                sum += row[x];
                here[x] = above[x] + sum;
            }
        }
    }

    [[nodiscard]] float at(int x, int y) const {
        const int left = std::max(0, x - reach_);
        const int top = std::max(0, y - reach_);
        const int right = std::min(grey_.width, x + reach_ + 1);
        const int bottom = std::min(grey_.height, y + reach_ + 1);
        const std::uint32_t sum =
            sum_to(right, bottom) - sum_to(left, bottom) - sum_to(right, top) + sum_to(left, top);
        return static_cast<float>(sum) / static_cast<float>((right - left) * (bottom - top));
    }

private:
    [[nodiscard]] std::size_t stride() const { return static_cast<std::size_t>(grey_.width) + 1; }
    [[nodiscard]] std::uint32_t sum_to(int x, int y) const {
        return sums_[static_cast<std::size_t>(y) * stride() + static_cast<std::size_t>(x)];
    }

    ImageView grey_;
    int reach_;
    std::vector<std::uint32_t> sums_;
};

}  // namespace

double timing_fit(const ImageView& grey, const QrWarp& warp, int modules) {
    double products = 0;
    double squares = 1;
    int count = 0;
    for (int side = 0; side < 2; ++side) {
        const auto level = [&](int at) {
            const QrSpot middle = side == 0 ? QrSpot{at + 0.5, 6.5} : QrSpot{6.5, at + 0.5};
            const QrSpot pixel = warp.pixel(middle);
            return double(level_between(grey, pixel.x, pixel.y));
        };
        double before = level(7);
        double here = level(8);
        for (int at = 8; at < modules - 8; ++at, ++count) {
            const double after = level(at + 1);
            const double bump = here - (before + after) / 2;
            products += at % 2 == 0 ? -bump : bump;
            squares += bump * bump;
            before = here;
            here = after;
        }
    }
    return products / std::sqrt(squares * count);
}

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

QrRelief::QrRelief(const ImageView& grey, const Box& part, int reach) : part_(part) {
    const Image here = cropped(grey, part);
    const Means means(here.view(), reach);
    levels_.reserve(here.pixels.size());
    for (int y = 0; y < part.height; ++y) {
        const ByteView row = here.view().row(y);
        for (int x = 0; x < part.width; ++x) {
            levels_.push_back(float(row[static_cast<std::size_t>(x)]) - means.at(x, y));
        }
    }
}

float QrRelief::at(const QrSpot& pixel) const {
    const auto across = static_cast<float>(pixel.x - part_.left);
    const auto down = static_cast<float>(pixel.y - part_.top);
    const bool is_inside = across >= 0 && down >= 0 && across < float(part_.width - 1) &&
                           down < float(part_.height - 1);
    if (!is_inside) return 0;
    const int left = static_cast<int>(across);
    const int top = static_cast<int>(down);
    const auto wide = static_cast<std::size_t>(part_.width);
    const float* level =
        levels_.data() + static_cast<std::size_t>(top) * wide + static_cast<std::size_t>(left);
    const float right = across - static_cast<float>(left);
    const float upper = level[0] + right * (level[1] - level[0]);
    const float lower = level[wide] + right * (level[wide + 1] - level[wide]);
    return upper + (down - static_cast<float>(top)) * (lower - upper);
}

double QrRelief::fit(const QrWarp& warp, const QrPatterns& patterns) const {
    float products = 0;
    float squares = 1;
    for (const auto& [middle, sign] : patterns.spots) {
        const float relief = at(warp.pixel(middle));
        products += sign * relief;
        squares += relief * relief;
    }
    return double(products / std::sqrt(squares * static_cast<float>(patterns.spots.size())));
}

}  // namespace motlan
