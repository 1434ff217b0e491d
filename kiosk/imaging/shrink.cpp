#include "kiosk/imaging/shrink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

// What the old pixels under a new one weigh together, along rows and along columns: a sum of
// weighted bytes fits into 16 bits.
constexpr double kWhole = 256;
constexpr std::uint32_t kHalf = 256 * 256 / 2;

// Which old pixels each new one covers along one side, and by how much.
struct Cover {
    std::size_t count = 0;  // of old pixels for each new one; some weigh nothing
    std::vector<std::size_t> firsts;
    std::vector<std::uint16_t> weights;
};

Cover cover_of(int from, int to) {
    expects(from > 0 && to > 0);
    const double step = double(from) / to;
    Cover cover;
    cover.count = static_cast<std::size_t>(std::min(from, static_cast<int>(std::ceil(step)) + 1));
    const int last = from - static_cast<int>(cover.count);
    for (int i = 0; i < to; ++i) {
        const double start = i * step;
        const int first = std::min(static_cast<int>(start), last);
        cover.firsts.push_back(static_cast<std::size_t>(first));
        long before = 0;
        for (std::size_t k = 1; k <= cover.count; ++k) {
            const double part = std::clamp((first + double(k) - start) / step, 0.0, 1.0);
            const long so_far = std::lround(part * kWhole);
            cover.weights.push_back(static_cast<std::uint16_t>(so_far - before));
            before = so_far;
        }
    }
    return cover;
}

// Old rows added up, each with its weight.
void add_rows(const ImageView& picture, const Cover& down, std::size_t y,
              std::vector<std::uint16_t>& sums) {
    std::ranges::fill(sums, std::uint16_t{0});
    std::uint16_t* sum = sums.data();
    for (std::size_t i = 0; i < down.count; ++i) {
        const std::uint16_t weight = down.weights[y * down.count + i];
        if (weight == 0) continue;
        const std::uint8_t* row = picture.row(static_cast<int>(down.firsts[y] + i)).data();
        for (std::size_t x = 0; x < sums.size(); ++x) {
            sum[x] = static_cast<std::uint16_t>(sum[x] + row[x] * weight);
        }
    }
}

template <std::size_t Channels>
void add_columns(const std::vector<std::uint16_t>& sums, const Cover& across, std::uint8_t* to) {
    const std::uint16_t* weight = across.weights.data();
    for (const std::size_t first : across.firsts) {
        const std::uint16_t* from = sums.data() + first * Channels;
        std::array<std::uint32_t, Channels> means;
        means.fill(kHalf);
        for (std::size_t i = 0; i < across.count; ++i, ++weight, from += Channels) {
            for (std::size_t c = 0; c < Channels; ++c) means[c] += std::uint32_t{from[c]} * *weight;
        }
        for (const std::uint32_t mean : means) *to++ = static_cast<std::uint8_t>(mean >> 16U);
    }
}

}  // namespace

Image shrunk(const ImageView& picture, int width, int height) {
    Image out(width, height, picture.format);
    if (picture.width == width && picture.height == height) {
        std::ranges::copy(picture.pixels, out.pixels.begin());
        return out;
    }
    if (picture.width == 2 * width && picture.height == 2 * height) {
        // OpenCV is faster at means of four.
        set_one_thread();
        cv::Mat halved = matrix_of(out);
        cv::resize(matrix_of(picture), halved, halved.size(), 0, 0, cv::INTER_AREA);
        return out;
    }
    const Cover down = cover_of(picture.height, height);
    const Cover across = cover_of(picture.width, width);
    std::vector<std::uint16_t> sums(picture.stride());
    std::uint8_t* to = out.pixels.data();
    for (std::size_t y = 0; y < down.firsts.size(); ++y, to += out.view().stride()) {
        add_rows(picture, down, y, sums);
        if (picture.format == PixelFormat::Grey) add_columns<1>(sums, across, to);
        if (picture.format == PixelFormat::Rgb) add_columns<3>(sums, across, to);
        if (picture.format == PixelFormat::Rgba) add_columns<4>(sums, across, to);
    }
    return out;
}

Image shrunk(const ImageView& picture, double scale) {
    const auto scaled = [&](int side) {
        return std::max(1, static_cast<int>(std::lround(side * scale)));
    };
    return shrunk(picture, scaled(picture.width), scaled(picture.height));
}

}  // namespace motlan
