#include "kiosk/imaging/page_flat.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/shrink.h"

namespace motlan {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kProportionSlack = 0.05;
constexpr double kSizeSlack = 0.035;
// A picture this much finer than what is wanted is averaged first, so that no detail flickers.
constexpr double kMuchFiner = 1.6;
constexpr double kLeastMove = 0.01;       // pixels: less perspective is none, as under a scanner
constexpr double kStraightEnough = 0.02;  // degrees

double length(const PagePoint& from, const PagePoint& to) {
    return std::hypot(to.x - from.x, to.y - from.y);
}

PaperSize size_of_paper(double shorter, double longer, double slack) {
    PaperSize best = PaperSize::Other;
    double least = slack;
    for (const PaperSize size :
         {PaperSize::A3, PaperSize::A4, PaperSize::A5, PaperSize::A6, PaperSize::IdCard}) {
        const PaperSides sides = sides_of(size);
        const double off =
            std::max(std::abs(shorter / sides.short_mm - 1), std::abs(longer / sides.long_mm - 1));
        if (off < least) {
            least = off;
            best = size;
        }
    }
    return best;
}

// The paper that has these proportions.
PaperSize paper_like(double proportion) {
    const auto off = [&](PaperSize size) {
        const PaperSides sides = sides_of(size);
        return std::abs(proportion / (sides.short_mm / sides.long_mm) - 1);
    };
    if (std::min(off(PaperSize::A4), off(PaperSize::IdCard)) > kProportionSlack)
        return PaperSize::Other;
    return off(PaperSize::A4) <= off(PaperSize::IdCard) ? PaperSize::A4 : PaperSize::IdCard;
}

bool is_whole(const ImageView& picture, const PageCorners& corners) {
    const double w = picture.width;
    const double h = picture.height;
    return corners == PageCorners{PagePoint{0, 0}, {w, 0}, {w, h}, {0, h}};
}

cv::Matx33d moved(double x, double y) { return {1, 0, x, 0, 1, y, 0, 0, 1}; }

// Beyond the picture is white.
void warp(const cv::Mat& from, cv::Mat& to, const cv::Matx33d& way) {
    const double beyond =
        (std::abs(way(2, 0)) * from.cols + std::abs(way(2, 1)) * from.rows) / std::abs(way(2, 2));
    if (beyond * std::max(to.cols, to.rows) < kLeastMove) {
        cv::warpAffine(from, to, way.get_minor<2, 3>(0, 0) * (1 / way(2, 2)), to.size(),
                       cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
        return;
    }
    cv::warpPerspective(from, to, way, to.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                        cv::Scalar::all(255));
}

// From a flat sheet of w by h pixels to the canvas on which it lies turned.
cv::Matx33d turned(double w, double h, const FlatWish& wish, const cv::Size& canvas) {
    const double angle = (degrees(wish.turn) + wish.degrees) * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const cv::Matx33d turn{c, -s, 0, s, c, 0, 0, 0, 1};
    return moved(canvas.width / 2.0, canvas.height / 2.0) * turn * moved(-w / 2, -h / 2);
}

Image quarter_turned(Image picture, Turn turn) {
    if (turn == Turn::None) return picture;
    const bool is_sideways = turn != Turn::Half;
    Image result(is_sideways ? picture.height : picture.width,
                 is_sideways ? picture.width : picture.height, picture.format);
    cv::Mat to = matrix_of(result);
    const auto code = turn == Turn::Right  ? cv::ROTATE_90_CLOCKWISE
                      : turn == Turn::Half ? cv::ROTATE_180
                                           : cv::ROTATE_90_COUNTERCLOCKWISE;
    cv::rotate(matrix_of(picture), to, code);
    return result;
}

}  // namespace

SheetPlace measured(const PageCorners& corners, double dpi) {
    const double wide = (length(corners[0], corners[1]) + length(corners[3], corners[2])) / 2;
    const double high = (length(corners[1], corners[2]) + length(corners[0], corners[3])) / 2;
    SheetPlace place{.corners = corners, .dpi = dpi};
    const bool is_tall = high >= wide;
    if (dpi > 0) {
        place.width_mm = wide * kMmPerInch / dpi;
        place.height_mm = high * kMmPerInch / dpi;
        place.size = size_of_paper(std::min(place.width_mm, place.height_mm),
                                   std::max(place.width_mm, place.height_mm), kSizeSlack);
        return place;
    }
    const double proportion = std::min(wide, high) / std::max(wide, high);
    place.size = paper_like(proportion);
    PaperSides sides = sides_of(place.size);
    if (place.size == PaperSize::Other) {
        sides.long_mm = sides_of(PaperSize::A4).long_mm;
        sides.short_mm = sides.long_mm * proportion;
    }
    place.width_mm = is_tall ? sides.short_mm : sides.long_mm;
    place.height_mm = is_tall ? sides.long_mm : sides.short_mm;
    place.dpi = std::sqrt(wide * high / (place.width_mm * place.height_mm)) * kMmPerInch;
    return place;
}

Image flattened(const ImageView& picture, const SheetPlace& place, const FlatWish& wish) {
    const double scale = wish.dpi / kMmPerInch;
    const double w = std::max(1.0, std::round(place.width_mm * scale));
    const double h = std::max(1.0, std::round(place.height_mm * scale));
    const bool is_sideways = wish.turn == Turn::Right || wish.turn == Turn::Left;
    const auto extra = 2 * std::round(wish.extra_mm * scale);
    const cv::Size canvas(static_cast<int>((is_sideways ? h : w) + extra),
                          static_cast<int>((is_sideways ? w : h) + extra));
    const bool is_straight = std::abs(wish.degrees) < kStraightEnough && wish.extra_mm <= 0;
    if (is_whole(picture, place.corners) && is_straight)
        return quarter_turned(shrunk(picture, static_cast<int>(w), static_cast<int>(h)), wish.turn);
    const double finer = place.dpi > kMuchFiner * wish.dpi ? wish.dpi / place.dpi : 1;
    const Image averaged = finer < 1 ? shrunk(picture, finer) : Image();
    const cv::Mat source = matrix_of(finer < 1 ? averaged.view() : picture);
    std::array<cv::Point2f, 4> from;
    for (std::size_t i = 0; i < 4; ++i) {
        // OpenCV counts from the middle of the first pixel.
        from[i] = {static_cast<float>(place.corners[i].x * finer - 0.5),
                   static_cast<float>(place.corners[i].y * finer - 0.5)};
    }
    const std::array<cv::Point2f, 4> to{cv::Point2f(-0.5F, -0.5F),
                                        {float(w) - 0.5F, -0.5F},
                                        {float(w) - 0.5F, float(h) - 0.5F},
                                        {-0.5F, float(h) - 0.5F}};
    const cv::Matx33d flat = cv::getPerspectiveTransform(from.data(), to.data());
    Image image(canvas.width, canvas.height, picture.format);
    cv::Mat target = matrix_of(image);
    const cv::Matx33d back = moved(-0.5, -0.5) * turned(w, h, wish, canvas) * moved(0.5, 0.5);
    warp(source, target, back * flat);
    return image;
}

}  // namespace motlan
