#include "kiosk/imaging/page_islands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/page_quad.h"

namespace motlan {
namespace {

using Outline = std::vector<cv::Point>;

constexpr double kScale = 0.5;
// All in pixels of the picture at that scale.
constexpr int kWriting = 5;           // print is no wider, nor are the gaps between its lines
constexpr int kMelt = 15;             // finer patterns become one grey,
constexpr double kMostMelted = 0.75;  // which is darker than so much of a sheet with writing
// Squares and stripes up to these vanish; the larger of them takes small sheets along.
constexpr std::array kPatterns{11, 19};
constexpr int kRim = 3;
constexpr int kFirstLevel = 48;
constexpr int kLevelStep = 12;
// Shares of the picture.
constexpr double kLeastArea = 0.03;
constexpr double kMostArea = 0.92;
constexpr double kLeastSide = 0.15;  // of the shorter side
constexpr double kLeastConvex = 0.85;
constexpr double kSlack = 0.015;    // of an outline's length
constexpr double kBeside = 2;       // pixels, of an outline beside its hull
constexpr float kLeastSeen = 0.5F;  // of a side
constexpr double kNextTo = 4;       // pixels, of a place beside a side
constexpr double kLeastDrop = 24;   // grey levels
constexpr std::size_t kMostSides = 32;
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

PagePoint in_picture(const cv::Point2f& at) {
    return {(at.x + 0.5) / kScale, (at.y + 0.5) / kScale};
}

// With the area on the right of the way.
ExpectedLine facing(const ExpectedLine& side, PagePoint inside) {
    if (side.line.distance(inside) > 0) return side;
    return {line_through(side.to, side.from), side.to, side.from};
}

PagePoint middle_of(const Outline& hull) {
    PagePoint sum;
    for (const cv::Point2f at : hull) {
        sum.x += in_picture(at).x / double(hull.size());
        sum.y += in_picture(at).y / double(hull.size());
    }
    return sum;
}

bool is_known(const std::vector<ExpectedLine>& sides, const ExpectedLine& side) {
    const PagePoint middle{(side.from.x + side.to.x) / 2, (side.from.y + side.to.y) / 2};
    return std::ranges::any_of(sides, [&](const ExpectedLine& other) {
        return side.line.nx * other.line.nx + side.line.ny * other.line.ny > kSameCosine &&
               std::abs(other.line.distance(middle)) < kSameAway;
    });
}

// Finds the islands in a grey picture and keeps their sides.
class Islands {
public:
    Islands(const cv::Mat& levels, std::vector<ExpectedLine>& sides)
        : levels_(levels), sides_(&sides) {}

    void add(double highest) {
        for (int level = kFirstLevel; level < highest; level += kLevelStep) {
            const cv::Mat bright = levels_ > level;
            std::vector<Outline> outlines;
            cv::findContours(bright, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
            for (const Outline& outline : outlines) add(outline);
        }
    }

private:
    void add(const Outline& outline) {
        const Outline hull = hull_of(outline, levels_.size());
        if (hull.empty()) return;
        const PagePoint inside = middle_of(hull);
        const double least = kLeastSide * std::min(levels_.cols, levels_.rows);
        for (std::size_t i = 0; i < hull.size() && sides_->size() < kMostSides; ++i) {
            const cv::Point& one = hull[i];
            const cv::Point& other = hull[(i + 1) % hull.size()];
            if (cv::norm(one - other) < least) continue;
            if (is_on_rim(one, levels_.size()) && is_on_rim(other, levels_.size())) continue;
            const auto fit = fitted(outline, one, other);
            if (!fit) continue;
            ExpectedLine side = facing(*fit, inside);
            // Where a shadow or a finger is, a side may be anything.
            side.is_rough = hull.size() != 4;
            if (drop_of(side) >= kLeastDrop && !is_known(*sides_, side)) sides_->push_back(side);
        }
    }

    // The part of an outline that lies along a side of its hull, as a line between the side's ends.
    // Along the rim of the picture the area does not end.
    [[nodiscard]] std::optional<ExpectedLine> fitted(const Outline& outline,
                                                     const cv::Point2f& from,
                                                     const cv::Point2f& to) const {
        const auto length = static_cast<float>(cv::norm(to - from));
        const cv::Point2f way = (to - from) / length;
        std::vector<cv::Point2f> along;
        for (const cv::Point& place : outline) {
            if (is_on_rim(place, levels_.size())) continue;
            const cv::Point2f at = place;
            const float ahead = (at - from).dot(way);
            const double beside = std::abs((at - from).cross(way));
            if (ahead > 0 && ahead < length && beside < kBeside) along.push_back(at);
        }
        if (float(along.size()) < kLeastSeen * length) return std::nullopt;
        cv::Vec4f line;
        cv::fitLine(along, line, cv::DIST_HUBER, 0, 0.1, 0.01);
        const cv::Point2f fit(line[0], line[1]);
        const cv::Point2f middle(line[2], line[3]);
        const PagePoint first = in_picture(middle + fit * fit.dot(from - middle));
        const PagePoint last = in_picture(middle + fit * fit.dot(to - middle));
        return ExpectedLine{line_through(first, last), first, last};
    }

    // How much darker it is beyond a side, on average. A line of text is hardly darker than paper.
    [[nodiscard]] double drop_of(const ExpectedLine& side) const {
        const cv::Point2d across(side.line.nx * kNextTo, side.line.ny * kNextTo);
        double sum = 0;
        int count = 0;
        for (double share = 0.05; share < 1; share += 0.05) {
            const cv::Point2d at(kScale * std::lerp(side.from.x, side.to.x, share),
                                 kScale * std::lerp(side.from.y, side.to.y, share));
            const cv::Rect all({0, 0}, levels_.size());
            if (!all.contains(cv::Point(at + across)) || !all.contains(cv::Point(at - across)))
                continue;
            sum += levels_.at<std::uint8_t>(cv::Point(at + across)) -
                   levels_.at<std::uint8_t>(cv::Point(at - across));
            ++count;
        }
        return count > 0 ? sum / count : 0;
    }

    cv::Mat levels_;
    std::vector<ExpectedLine>* sides_;
};

}  // namespace

std::vector<ExpectedLine> island_sides(const ImageView& picture) {
    cv::Mat levels = darkest_channel(matrix_of(picture));
    std::vector<ExpectedLine> lines;
    cv::Mat soft;
    cv::blur(levels, soft, {kMelt, kMelt});
    cv::morphologyEx(levels, levels, cv::MORPH_CLOSE, square(kWriting));
    for (const int pattern : kPatterns) {
        cv::morphologyEx(levels, levels, cv::MORPH_OPEN, square(pattern));
        Islands(levels, lines).add(255);
    }
    const std::size_t exact = lines.size();
    double brightest = 0;
    cv::minMaxLoc(soft, nullptr, &brightest);
    Islands(soft, lines).add(kMostMelted * brightest);
    for (std::size_t i = exact; i < lines.size(); ++i) lines[i].is_rough = true;
    return lines;
}

}  // namespace motlan
