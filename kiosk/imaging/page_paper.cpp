#include "kiosk/imaging/page_paper.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/histogram.h"
#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

constexpr double kGapMm = 5;  // strokes and small solid shapes up to this are ink
// What is darker than this share of the paper is no paper: in a shadow under a camera, on a scan.
constexpr double kDeepestShadow = 0.28;
constexpr double kDarkestScan = 0.72;
constexpr double kMostTint = 0.13;  // of the paper's own colour, as a share of its brightness
// Paper a little darker than measured still becomes white: noise and the grain of paper.
constexpr double kWhiteFrom = 0.93;

cv::Mat three_channels(const cv::Mat& one) {
    if (one.channels() == 3) return one;
    cv::Mat three;
    cv::cvtColor(one, three, cv::COLOR_GRAY2RGB);
    return three;
}

// Brightest of what is near, then back to its place: thin dark things vanish.
cv::Mat closed(const cv::Mat& small, double pixels_per_mm) {
    const int side = std::max(3, static_cast<int>(kGapMm * pixels_per_mm) | 1);
    const cv::Mat square = cv::getStructuringElement(cv::MORPH_RECT, {side, side});
    cv::Mat paper;
    cv::morphologyEx(small, paper, cv::MORPH_CLOSE, square, {-1, -1}, 1, cv::BORDER_REPLICATE);
    return paper;
}

// The colour that most of the brighter half has.
cv::Vec3f usual_colour(const cv::Mat& paper) {
    cv::Vec3f usual;
    std::vector<cv::Mat> channels;
    cv::split(paper, channels);
    for (int i = 0; i < 3; ++i) {
        std::vector<std::uint8_t> levels(channels[std::size_t(i)].begin<std::uint8_t>(),
                                         channels[std::size_t(i)].end<std::uint8_t>());
        const auto at = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() * 7 / 10);
        std::ranges::nth_element(levels, at);
        usual[i] = std::max<float>(1, *at);
    }
    return usual;
}

cv::Mat paper_mask(const cv::Mat& paper, const cv::Vec3f& usual, double darkest) {
    cv::Mat mask(paper.size(), CV_8U);
    for (int y = 0; y < paper.rows; ++y) {
        const auto* from = paper.ptr<cv::Vec3b>(y);
        auto* to = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < paper.cols; ++x) {
            const float r = float(from[x][0]) / usual[0];
            const float g = float(from[x][1]) / usual[1];
            const float b = float(from[x][2]) / usual[2];
            const float most = std::max({r, g, b});
            const float least = std::min({r, g, b});
            const bool is_paper = g > darkest && most - least < kMostTint * 2 * most;
            to[x] = is_paper ? 255 : 0;
        }
    }
    cv::erode(mask, mask, cv::Mat(), {-1, -1}, 2);
    return mask;
}

// Where there is no paper, its light goes on from around.
void fill(cv::Mat& paper, const cv::Mat& mask, const cv::Vec3f& usual) {
    cv::Mat weight;
    mask.convertTo(weight, CV_32F, 1 / 255.0);
    cv::Mat weights;
    cv::merge(std::vector<cv::Mat>(3, weight), weights);
    cv::Mat light;
    paper.convertTo(light, CV_32FC3);
    light = light.mul(weights);
    cv::Mat sum = cv::Mat::zeros(paper.size(), CV_32FC3);
    cv::Mat count = cv::Mat::zeros(paper.size(), CV_32FC3);
    // Coarser and coarser surroundings, each counting far less than the finer one.
    double share = 1;
    for (const int side : {5, 21, 81}) {
        cv::Mat near;
        cv::Mat near_weight;
        cv::blur(light, near, {side, side});
        cv::blur(weights, near_weight, {side, side});
        sum += share * near;
        count += share * near_weight;
        share *= 1e-3;
    }
    sum += 1e-9 * cv::Scalar(usual[0], usual[1], usual[2]);
    count += cv::Scalar::all(1e-9);
    cv::Mat filled = sum / count;
    filled.convertTo(paper, CV_8UC3);
}

// What every pixel of a page is multiplied with to become white: a grid of gains, stretched.
class Gains {
public:
    explicit Gains(const PaperLight& light)
        : cell_(static_cast<float>(light.cell)), channels_(static_cast<int>(light.map.format)) {
        matrix_of(light.map.view()).convertTo(grid_, CV_32F);
        grid_ = 255 / (kWhiteFrom * cv::max(grid_, 8.0));
    }

    // Of all channels of that row of the page, 6 bits after the point.
    void read_row(int y, std::vector<std::uint16_t>& gains) const {
        const Place down = place(y, grid_.rows);
        const float* upper = grid_.ptr<float>(down.first);
        const float* lower = grid_.ptr<float>(down.next);
        const int width = static_cast<int>(gains.size()) / channels_;
        for (int x = 0; x < width; ++x) {
            const Place across = place(x, grid_.cols);
            for (int i = 0; i < channels_; ++i) {
                const int left = across.first * channels_ + i;
                const int right = across.next * channels_ + i;
                const float a = upper[left] * (1 - down.share) + lower[left] * down.share;
                const float b = upper[right] * (1 - down.share) + lower[right] * down.share;
                gains[static_cast<std::size_t>(x * channels_ + i)] =
                    static_cast<std::uint16_t>(std::lrint((a + (b - a) * across.share) * 64));
            }
        }
    }

private:
    // Between two cells of the grid.
    struct Place {
        int first = 0;
        int next = 0;
        float share = 0;  // of the second
    };
    [[nodiscard]] Place place(int pixel, int cells) const {
        const float at = std::clamp((float(pixel) + 0.5F) / cell_ - 0.5F, 0.0F, float(cells - 1));
        const int first = std::min(static_cast<int>(at), std::max(0, cells - 2));
        return {first, std::min(first + 1, cells - 1), at - float(first)};
    }

    float cell_;
    int channels_;
    cv::Mat grid_;
};

}  // namespace

PaperLight light_of(const ImageView& page, double dpi, PageSource source) {
    PaperLight light;
    light.cell = std::max(2, static_cast<int>(std::lround(8 * dpi / 300)));
    cv::Mat small;
    const cv::Size size((page.width + light.cell - 1) / light.cell,
                        (page.height + light.cell - 1) / light.cell);
    cv::resize(matrix_of(page), small, size, 0, 0, cv::INTER_AREA);
    cv::Mat paper = closed(three_channels(small), dpi / 25.4 / light.cell);
    const cv::Vec3f usual = usual_colour(paper);
    const double darkest = source == PageSource::Scan ? kDarkestScan : kDeepestShadow;
    fill(paper, paper_mask(paper, usual, darkest), usual);
    cv::Mat grey;
    cv::cvtColor(paper, grey, cv::COLOR_RGB2GRAY);
    light.map = Image(size.width, size.height, page.format);
    cv::Mat map = matrix_of(light.map);
    (page.format == PixelFormat::Grey ? grey : paper).copyTo(map);
    const ImageView levels{grey.cols, grey.rows, PixelFormat::Grey, {grey.data, grey.total()}};
    light.level = level_at(histogram_of(levels), 0.5);
    return light;
}

void whiten(Image& page, const PaperLight& light) {
    constexpr int kRowsAlike = 4;
    const Gains gains(light);
    std::vector<std::uint16_t> row_gains(page.view().stride());
    for (int y = 0; y < page.height; ++y) {
        if (y % kRowsAlike == 0) gains.read_row(y + kRowsAlike / 2, row_gains);
        std::uint8_t* row = page.pixels.data() + static_cast<std::size_t>(y) * row_gains.size();
        const std::uint16_t* gain = row_gains.data();
        for (std::size_t i = 0; i < row_gains.size(); ++i) {
            const std::uint32_t level = (std::uint32_t{row[i]} * gain[i] + 32) >> 6U;
            row[i] = static_cast<std::uint8_t>(std::min<std::uint32_t>(level, 255));
        }
    }
}

double colour_share(const ImageView& page) {
    if (page.format != PixelFormat::Rgb) return 0;
    std::int64_t coloured = 0;
    std::int64_t seen = 0;
    for (int y = 0; y < page.height; y += 3) {
        const ByteView row = page.row(y);
        for (std::size_t x = 0; x + 2 < row.size(); x += 9) {
            const int most = std::max({row[x], row[x + 1], row[x + 2]});
            const int least = std::min({row[x], row[x + 1], row[x + 2]});
            coloured += most - least > 60 ? 1 : 0;
            ++seen;
        }
    }
    return seen > 0 ? double(coloured) / double(seen) : 0;
}

}  // namespace motlan
