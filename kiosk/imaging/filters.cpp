#include "kiosk/imaging/filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

using Row = std::vector<float>;

std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

Row kernel_of(float sigma) {
    const int radius = std::max(1, static_cast<int>(std::ceil(sigma * 3.0F)));
    Row kernel;
    float sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        const auto distance = static_cast<float>(i);
        kernel.push_back(std::exp(-distance * distance / (2 * sigma * sigma)));
        sum += kernel.back();
    }
    for (float& weight : kernel) weight /= sum;
    return kernel;
}

// Smooths a picture row by row and hands each finished row on, so that no second picture of
// real numbers is ever held.
class Smoother {
public:
    Smoother(const ImageView& grey, float sigma)
        : grey_(grey),
          kernel_(kernel_of(sigma)),
          radius_(static_cast<int>(kernel_.size() / 2)),
          padded_(static_cast<std::size_t>(grey.width) + kernel_.size() - 1),
          rows_(kernel_.size(), Row(static_cast<std::size_t>(grey.width))),
          sum_(static_cast<std::size_t>(grey.width)) {
        for (int y = -radius_; y < radius_; ++y) load(y);
    }

    // Rows must be asked for in order, from 0.
    const Row& row(int y) {
        load(y + radius_);
        std::ranges::fill(sum_, 0.0F);
        for (int k = -radius_; k <= radius_; ++k) {
            add(sum_.data(), slot(y + k).data(),
                kernel_[static_cast<std::size_t>(k) + static_cast<std::size_t>(radius_)],
                sum_.size());
        }
        return sum_;
    }

private:
    static void add(float* to, const float* from, float weight, std::size_t count) {
        for (std::size_t x = 0; x < count; ++x) to[x] += weight * from[x];
    }

    Row& slot(int y) { return rows_[static_cast<std::size_t>(y + radius_) % rows_.size()]; }

    void load(int y) {
        const ByteView source = grey_.row(std::clamp(y, 0, grey_.height - 1));
        std::ranges::copy(source, padded_.begin() + radius_);
        std::fill_n(padded_.begin(), radius_, static_cast<float>(source.front()));
        std::fill_n(padded_.end() - radius_, radius_, static_cast<float>(source.back()));
        Row& out = slot(y);
        std::ranges::fill(out, 0.0F);
        for (std::size_t k = 0; k < kernel_.size(); ++k) {
            add(out.data(), padded_.data() + k, kernel_[k], out.size());
        }
    }

    const ImageView& grey_;
    Row kernel_;
    int radius_;
    Row padded_;
    std::vector<Row> rows_;
    Row sum_;
};

constexpr int kTiles = 8;
using Curve = std::array<float, 256>;

int tile_edge(int tile, int length) { return tile * length / kTiles; }

Curve curve_of(const ImageView& grey, int column, int row, float limit) {
    std::array<float, 256> bins{};
    const int top = tile_edge(row, grey.height);
    const int bottom = std::max(top + 1, tile_edge(row + 1, grey.height));
    const int left = tile_edge(column, grey.width);
    const int right = std::max(left + 1, tile_edge(column + 1, grey.width));
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) bins[grey.row(y)[static_cast<std::size_t>(x)]] += 1;
    }
    const auto count = static_cast<float>((bottom - top) * (right - left));
    const float most = std::max(1.0F, limit * count / 256);
    float excess = 0;
    for (float& bin : bins) {
        excess += std::max(0.0F, bin - most);
        bin = std::min(bin, most);
    }
    Curve curve{};
    float sum = 0;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        sum += bins[i] + excess / 256;
        curve[i] = 255 * sum / count;
    }
    return curve;
}

// Where a pixel lies between the centres of two tiles.
struct Between {
    std::size_t first = 0;
    std::size_t second = 0;
    float weight = 0;
};

Between between_tiles(int at, int length) {
    const float place =
        (static_cast<float>(at) + 0.5F) * kTiles / static_cast<float>(length) - 0.5F;
    const float base = std::floor(place);
    const auto clamped = [](float tile) {
        return static_cast<std::size_t>(std::clamp(tile, 0.0F, kTiles - 1.0F));
    };
    return {clamped(base), clamped(base + 1), place - base};
}

}  // namespace

Image smoothed(const ImageView& grey, float sigma) {
    expects(grey.format == PixelFormat::Grey && grey.width > 0 && grey.height > 0);
    Image out(grey.width, grey.height, PixelFormat::Grey);
    Smoother smoother(grey, sigma);
    std::uint8_t* to = out.pixels.data();
    for (int y = 0; y < grey.height; ++y) {
        for (const float value : smoother.row(y)) *to++ = to_byte(value);
    }
    return out;
}

Image sharpened(const ImageView& grey, float sigma, float gain) {
    expects(grey.format == PixelFormat::Grey && grey.width > 0 && grey.height > 0);
    Image out(grey.width, grey.height, PixelFormat::Grey);
    Smoother smoother(grey, sigma);
    std::uint8_t* to = out.pixels.data();
    for (int y = 0; y < grey.height; ++y) {
        const Row& soft = smoother.row(y);
        const ByteView sharp = grey.row(y);
        for (std::size_t x = 0; x < sharp.size(); ++x) {
            const float value = sharp[x];
            *to++ = to_byte(value + gain * (value - soft[x]));
        }
    }
    return out;
}

Image evened(const ImageView& grey, float limit) {
    expects(grey.format == PixelFormat::Grey && grey.width > 0 && grey.height > 0);
    std::vector<Curve> curves;
    for (int row = 0; row < kTiles; ++row) {
        for (int column = 0; column < kTiles; ++column) {
            curves.push_back(curve_of(grey, column, row, limit));
        }
    }
    std::vector<Between> columns;
    for (int x = 0; x < grey.width; ++x) columns.push_back(between_tiles(x, grey.width));
    Image out(grey.width, grey.height, PixelFormat::Grey);
    std::uint8_t* to = out.pixels.data();
    for (int y = 0; y < grey.height; ++y) {
        const Between down = between_tiles(y, grey.height);
        const Curve* upper = &curves[down.first * kTiles];
        const Curve* lower = &curves[down.second * kTiles];
        const ByteView row = grey.row(y);
        for (std::size_t x = 0; x < row.size(); ++x) {
            const auto [first, second, weight] = columns[x];
            const float top = upper[first][row[x]] * (1 - weight) + upper[second][row[x]] * weight;
            const float low = lower[first][row[x]] * (1 - weight) + lower[second][row[x]] * weight;
            *to++ = to_byte(top * (1 - down.weight) + low * down.weight);
        }
    }
    return out;
}

}  // namespace motlan
