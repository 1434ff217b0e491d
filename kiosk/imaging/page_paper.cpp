#include "kiosk/imaging/page_paper.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/histogram.h"
#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/shrink.h"

namespace motlan {
namespace {

constexpr double kGapMm = 5;  // strokes and small solid shapes up to this are ink
// What is darker than this share of the paper is no paper: in a shadow under a camera, on a scan.
constexpr double kDeepestShadow = 0.28;
constexpr double kDarkestScan = 0.72;
constexpr double kMostTint = 0.13;  // of the paper's own colour, as a share of its brightness
// Paper a little darker than measured still becomes white: noise and the grain of paper.
constexpr double kWhiteFrom = 0.93;
constexpr double kDarkestPaper = 8;  // nor is what is darker than this made white
constexpr double kGainOne = 1024;  // a gain of 1; that of the darkest paper still fits into 16 bits

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

ImageView grey_view(const cv::Mat& grey) {
    return {grey.cols, grey.rows, PixelFormat::Grey, {grey.data, grey.total()}};
}

// The colour that most of the brighter half has.
cv::Vec3f usual_colour(const cv::Mat& paper) {
    cv::Vec3f usual;
    for (int i = 0; i < 3; ++i) {
        cv::Mat channel;
        cv::extractChannel(paper, channel, i);
        usual[i] = std::max(1.0F, float(level_at(histogram_of(grey_view(channel)), 0.7)));
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
    cv::Mat seen = cv::Mat::zeros(paper.size(), CV_8UC3);
    paper.copyTo(seen, mask);
    cv::Mat light;
    seen.convertTo(light, CV_32FC3);
    cv::Mat sum(paper.size(), CV_32FC3, 1e-9 * cv::Scalar(usual[0], usual[1], usual[2]));
    cv::Mat count(paper.size(), CV_32F, cv::Scalar::all(1e-9));
    // Coarser and coarser surroundings, each counting far less than the finer one.
    double share = 1;
    for (const int side : {5, 21, 81}) {
        cv::Mat near;
        cv::Mat near_weight;
        cv::blur(light, near, {side, side});
        cv::blur(weight, near_weight, {side, side});
        cv::scaleAdd(near, share, sum, sum);
        cv::scaleAdd(near_weight, share, count, count);
        if (cv::countNonZero(near_weight) == mask.size().area()) break;
        share *= 1e-3;
    }
    cv::Mat counts;
    cv::merge(std::vector<cv::Mat>(3, count), counts);
    cv::divide(sum, counts, paper, 1, CV_8U);
}

// What every pixel of a page is multiplied with to become white: a grid of gains, stretched.
class Gains {
public:
    explicit Gains(const PaperLight& light)
        : cell_(light.cell), channels_(static_cast<int>(light.map.format)) {
        matrix_of(light.map.view()).convertTo(grid_, CV_32F);
        grid_ = kGainOne * 255 / (kWhiteFrom * cv::max(grid_, kDarkestPaper));
    }

    // Of all channels of that row of the page.
    void read_row(int y, std::vector<std::uint16_t>& gains) const {
        const double at = (y + 0.5) / cell_ - 0.5;
        const double down = std::clamp(at, 0.0, grid_.rows - 1.0);
        const int first = static_cast<int>(down);
        const cv::Mat upper = grid_.row(first);
        const cv::Mat lower = grid_.row(std::min(first + 1, grid_.rows - 1));
        cv::Mat row;
        cv::addWeighted(upper, kFine * (1 - down + first), lower, kFine * (down - first), 0, row,
                        CV_32S);
        for (int i = 0; i < channels_; ++i) stretch(row.ptr<int>() + i, gains, i);
    }

private:
    static constexpr double kFine = 1024;
    static constexpr unsigned kFineBits = 10;

    // One channel's gains change evenly from the middle of one cell to that of the next.
    void stretch(const int* cells, std::vector<std::uint16_t>& gains, int channel) const {
        const auto next = static_cast<std::size_t>(channels_);
        auto to = static_cast<std::size_t>(channel);
        for (int cell = -1; cell < grid_.cols; ++cell) {
            const std::ptrdiff_t here = std::max(cell, 0);
            const std::ptrdiff_t there = std::min(cell + 1, grid_.cols - 1);
            const int from = cells[here * channels_];
            const int way = cells[there * channels_] - from;
            const int step = way / cell_;
            int gain = cell_ % 2 == 0 ? from + step / 2 : from;
            const int middle = cell_ * (cell + 1) + cell_ / 2;
            const auto end = std::min(gains.size(), static_cast<std::size_t>(middle) * next);
            for (; to < end; to += next, gain += step) {
                gains[to] = static_cast<std::uint16_t>(unsigned(gain) >> kFineBits);
            }
        }
    }

    int cell_;
    int channels_;
    cv::Mat grid_;
};

}  // namespace

PaperLight light_of(const ImageView& page, double dpi, PageSource source) {
    PaperLight light;
    light.cell = std::max(2, static_cast<int>(std::lround(8 * dpi / 300)));
    const Image small = shrunk(page, (page.width + light.cell - 1) / light.cell,
                               (page.height + light.cell - 1) / light.cell);
    cv::Mat paper = closed(three_channels(matrix_of(small.view())), dpi / 25.4 / light.cell);
    const cv::Vec3f usual = usual_colour(paper);
    const double darkest = source == PageSource::Scan ? kDarkestScan : kDeepestShadow;
    fill(paper, paper_mask(paper, usual, darkest), usual);
    cv::Mat grey;
    cv::cvtColor(paper, grey, cv::COLOR_RGB2GRAY);
    light.map = Image(small.width, small.height, page.format);
    cv::Mat map = matrix_of(light.map);
    (page.format == PixelFormat::Grey ? grey : paper).copyTo(map);
    light.level = level_at(histogram_of(grey_view(grey)), 0.5);
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
            // In 16 bits: processors multiply eight of them at once.
            const auto finer = static_cast<std::uint16_t>(row[i] << 7U);
            const auto twice = static_cast<std::uint16_t>(std::uint32_t{finer} * gain[i] >> 16U);
            const auto level = static_cast<std::int16_t>((twice >> 1U) + (twice & 1U));
            row[i] = static_cast<std::uint8_t>(std::min<std::int16_t>(level, 255));
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
