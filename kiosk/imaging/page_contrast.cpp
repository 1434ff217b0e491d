#include "kiosk/imaging/page_contrast.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/histogram.h"
#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

constexpr double kSquareMm = 20;

struct Contrast {
    int levels = 0;
    std::int64_t ink = 0;  // pixels that show it
};

Contrast contrast_within(const cv::Mat& grey, const cv::Mat& mask) {
    Histogram on{};
    Histogram off{};
    for (int y = 0; y < grey.rows; ++y) {
        const auto* level = grey.ptr<std::uint8_t>(y);
        const auto* inked = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < grey.cols; ++x) ++(inked[x] != 0 ? on : off)[level[x]];
    }
    const auto ink = std::accumulate(on.begin(), on.end(), std::int64_t{0});
    return {std::max(0, level_at(off, 0.5) - level_at(on, 0.25)), ink};
}

// Paper minus ink in squares, as most of the ink has it: a shadow's paper may be darker than ink
// in the light.
double usual_contrast(const cv::Mat& grey, const cv::Mat& mask, double dpi) {
    const int side = std::max(1, static_cast<int>(kSquareMm * dpi / 25.4));
    std::vector<Contrast> squares;
    std::int64_t ink = 0;
    for (int y = 0; y < grey.rows; y += side) {
        for (int x = 0; x < grey.cols; x += side) {
            const cv::Rect square =
                cv::Rect(x, y, side, side) & cv::Rect(0, 0, grey.cols, grey.rows);
            squares.push_back(contrast_within(grey(square), mask(square)));
            ink += squares.back().ink;
        }
    }
    if (double(ink) < kLeastInk * double(grey.total())) return 0;
    std::ranges::sort(squares, {}, &Contrast::levels);
    for (const Contrast& square : squares) {
        ink -= 2 * square.ink;
        if (ink <= 0) return square.levels;
    }
    return 0;
}

}  // namespace

double contrast_of(const PageInk& ink) {
    const cv::Mat grey = matrix_of(ink.grey.view());
    const double contrast = usual_contrast(grey, matrix_of(ink.words.view()), ink.dpi);
    return contrast > 0 ? contrast : usual_contrast(grey, matrix_of(ink.ink.view()), ink.dpi);
}

}  // namespace motlan
