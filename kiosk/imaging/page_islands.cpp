#include "kiosk/imaging/page_islands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/page_quad.h"

namespace motlan {
namespace {

using Outline = std::vector<cv::Point>;

constexpr double kScale = 0.5;
// All in pixels of the picture at that scale.
constexpr int kWriting = 5;  // print is no wider, nor are the gaps between its lines
// Squares and stripes up to these vanish; the larger of them takes small sheets along.
constexpr std::array kPatterns{11, 19};
constexpr int kRim = 3;
constexpr int kFirstLevel = 48;
constexpr int kLevelStep = 12;
// Shares of the picture.
constexpr double kLeastArea = 0.04;
constexpr double kMostArea = 0.92;
constexpr double kLeastSide = 0.15;  // of the shorter side
constexpr double kLeastConvex = 0.85;
constexpr double kSlack = 0.015;  // of an outline's length
constexpr std::size_t kMostSides = 24;
constexpr double kSameCosine = 0.9994;  // 2 degrees
constexpr double kSameAway = 3;         // pixels of the whole picture

// Paper is bright in all colours.
cv::Mat darkest_channel(const cv::Mat& picture) {
    cv::Mat small;
    const cv::Size size(std::max(1, static_cast<int>(picture.cols * kScale)),
                        std::max(1, static_cast<int>(picture.rows * kScale)));
    cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
    std::vector<cv::Mat> channels;
    cv::split(small, channels);
    cv::Mat darkest = channels.front();
    for (const cv::Mat& channel : channels) cv::min(darkest, channel, darkest);
    return darkest;
}

cv::Mat square(int side) { return cv::getStructuringElement(cv::MORPH_RECT, {side, side}); }

// The convex hull of an area that fills it well.
Outline hull_of(const Outline& outline, const cv::Size& size) {
    const double area = cv::contourArea(outline);
    Outline hull;
    if (area < kLeastArea * size.area() || area > kMostArea * size.area()) return hull;
    cv::convexHull(outline, hull);
    if (area < kLeastConvex * cv::contourArea(hull)) return {};
    Outline simple;
    cv::approxPolyDP(hull, simple, kSlack * cv::arcLength(hull, true), true);
    return simple;
}

bool is_on_rim(const cv::Point& at, const cv::Size& size) {
    return at.x < kRim || at.y < kRim || at.x >= size.width - kRim || at.y >= size.height - kRim;
}

bool is_known(const std::vector<PageLine>& lines, const PageLine& line, PagePoint middle) {
    return std::ranges::any_of(lines, [&](const PageLine& other) {
        return std::abs(line.nx * other.nx + line.ny * other.ny) > kSameCosine &&
               std::abs(other.distance(middle)) < kSameAway;
    });
}

void add_sides(const Outline& hull, const cv::Size& size, std::vector<PageLine>& lines) {
    const double least = kLeastSide * std::min(size.width, size.height);
    for (std::size_t i = 0; i < hull.size() && lines.size() < kMostSides; ++i) {
        const cv::Point& one = hull[i];
        const cv::Point& other = hull[(i + 1) % hull.size()];
        if (cv::norm(one - other) < least) continue;
        if (is_on_rim(one, size) && is_on_rim(other, size)) continue;
        const PagePoint from{(one.x + 0.5) / kScale, (one.y + 0.5) / kScale};
        const PagePoint to{(other.x + 0.5) / kScale, (other.y + 0.5) / kScale};
        const PageLine line = line_through(from, to);
        const PagePoint middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
        if (!is_known(lines, line, middle)) lines.push_back(line);
    }
}

void add_sides(const cv::Mat& levels, std::vector<PageLine>& lines) {
    for (int level = kFirstLevel; level < 255; level += kLevelStep) {
        const cv::Mat bright = levels > level;
        std::vector<Outline> outlines;
        cv::findContours(bright, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
        for (const Outline& outline : outlines)
            add_sides(hull_of(outline, bright.size()), bright.size(), lines);
    }
}

}  // namespace

std::vector<PageLine> island_sides(const ImageView& picture) {
    cv::Mat levels = darkest_channel(matrix_of(picture));
    cv::morphologyEx(levels, levels, cv::MORPH_CLOSE, square(kWriting));
    std::vector<PageLine> lines;
    for (const int pattern : kPatterns) {
        cv::morphologyEx(levels, levels, cv::MORPH_OPEN, square(pattern));
        add_sides(levels, lines);
    }
    return lines;
}

}  // namespace motlan
