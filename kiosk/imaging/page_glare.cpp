#include "kiosk/imaging/page_glare.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

// Bright paper still has its noise, a reflection has none.
constexpr int kBright = 240;
constexpr int kAllWhite = 254;
constexpr double kDazzled = 0.75;     // of what is bright, in a square millimetre
constexpr double kLeastBright = 0.3;  // of that
constexpr double kOverexposed = 0.6;  // of a page: bright light is everywhere
constexpr std::size_t kMostAreas = 8;

// A ring is drawn so thick, as a share of the picture's height, and so far outside.
constexpr double kThick = 0.006;
constexpr double kAway = 0.015;
constexpr double kLoose = 1.2;  // of an area's size: its corners are seldom dazzled

/// A pixel for each square millimetre.
cv::Mat dazzled_squares(const PageInk& ink) {
    const double cell_mm = ink.dpi / 25.4;
    const cv::Mat grey = matrix_of(ink.grey.view());
    const cv::Size cells(static_cast<int>(grey.cols / cell_mm),
                         static_cast<int>(grey.rows / cell_mm));
    if (cells.empty()) return {};
    cv::Mat bright;
    cv::Mat white;
    cv::resize(grey >= kBright, bright, cells, 0, 0, cv::INTER_AREA);
    cv::resize(grey >= kAllWhite, white, cells, 0, 0, cv::INTER_AREA);
    cv::Mat dazzled = (white >= kDazzled * bright) & (bright > 255 * kLeastBright);
    cv::morphologyEx(dazzled, dazzled, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    return dazzled;
}

std::vector<PageArea> areas_of(const cv::Mat& dazzled) {
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(dazzled, labels, stats, centres);
    std::vector<PageArea> areas;
    for (int i = 1; i < count; ++i) {  // 0 is what is not dazzled
        const double left = stats.at<int>(i, cv::CC_STAT_LEFT);
        const double top = stats.at<int>(i, cv::CC_STAT_TOP);
        areas.push_back({left / dazzled.cols, top / dazzled.rows,
                         (left + stats.at<int>(i, cv::CC_STAT_WIDTH)) / dazzled.cols,
                         (top + stats.at<int>(i, cv::CC_STAT_HEIGHT)) / dazzled.rows});
    }
    std::ranges::sort(areas, std::greater{}, [](const PageArea& area) {
        return (area.right - area.left) * (area.bottom - area.top);
    });
    if (areas.size() > kMostAreas) areas.resize(kMostAreas);
    return areas;
}

}  // namespace

Glare glare_of(const PageInk& ink) {
    const cv::Mat dazzled = dazzled_squares(ink);
    if (dazzled.empty()) return {};
    const double share = double(cv::countNonZero(dazzled)) / double(dazzled.total());
    if (share == 0 || share > kOverexposed) return {};
    return {share, areas_of(dazzled)};
}

PageArea turned(const PageArea& area, Turn turn) {
    switch (turn) {
        case Turn::None: return area;
        case Turn::Right: return {1 - area.bottom, area.left, 1 - area.top, area.right};
        case Turn::Half: return {1 - area.right, 1 - area.bottom, 1 - area.left, 1 - area.top};
        case Turn::Left: return {area.top, 1 - area.right, area.bottom, 1 - area.left};
    }
    std::unreachable();
}

void ring(Image& picture, std::span<const PageArea> areas) {
    const cv::Mat pixels = matrix_of(picture);
    const double high = picture.height;
    const int thick = std::max(2, static_cast<int>(high * kThick));
    const double away = high * kAway;
    const cv::Scalar dark(38, 50, 56, 255);
    const cv::Scalar yellow(255, 214, 0, 255);
    for (const PageArea& area : areas) {
        const double wide = picture.width;
        const cv::RotatedRect box(
            cv::Point2f(static_cast<float>((area.left + area.right) / 2 * wide),
                        static_cast<float>((area.top + area.bottom) / 2 * high)),
            cv::Size2f(static_cast<float>((area.right - area.left) * wide * kLoose + 2 * away),
                       static_cast<float>((area.bottom - area.top) * high * kLoose + 2 * away)),
            0);
        cv::ellipse(pixels, box, dark, 2 * thick, cv::LINE_AA);
        cv::ellipse(pixels, box, yellow, thick, cv::LINE_AA);
    }
}

}  // namespace motlan
