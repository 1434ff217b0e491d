#include "kiosk/imaging/page_flat.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kProportionSlack = 0.05;
constexpr double kSizeSlack = 0.035;
// A picture this much finer than what is wanted is averaged first, so that no detail flickers.
constexpr double kMuchFiner = 1.6;
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

// From a flat sheet of w by h pixels to the canvas on which it lies turned.
cv::Matx33d turned(double w, double h, const FlatWish& wish, const cv::Size& canvas) {
    const double angle = (degrees(wish.turn) + wish.degrees) * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const cv::Matx33d turn{c, -s, 0, s, c, 0, 0, 0, 1};
    return moved(canvas.width / 2.0, canvas.height / 2.0) * turn * moved(-w / 2, -h / 2);
}

cv::Mat quarter_turned(const cv::Mat& picture, Turn turn) {
    cv::Mat result = picture;
    if (turn == Turn::Right) cv::rotate(picture, result, cv::ROTATE_90_CLOCKWISE);
    if (turn == Turn::Half) cv::rotate(picture, result, cv::ROTATE_180);
    if (turn == Turn::Left) cv::rotate(picture, result, cv::ROTATE_90_COUNTERCLOCKWISE);
    return result;
}

Image image_of(const cv::Mat& picture) {
    Image image(picture.cols, picture.rows, static_cast<PixelFormat>(picture.channels()));
    cv::Mat to = matrix_of(image);
    picture.copyTo(to);
    return image;
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
    cv::Mat source = matrix_of(picture);
    const bool is_straight = std::abs(wish.degrees) < kStraightEnough && wish.extra_mm <= 0;
    if (is_whole(picture, place.corners) && is_straight) {
        if (source.cols != static_cast<int>(w) || source.rows != static_cast<int>(h)) {
            cv::resize(matrix_of(picture), source, {static_cast<int>(w), static_cast<int>(h)}, 0, 0,
                       cv::INTER_AREA);
        }
        return image_of(quarter_turned(source, wish.turn));
    }
    double finer = 1;
    if (place.dpi > kMuchFiner * wish.dpi) {
        finer = wish.dpi / place.dpi;
        cv::resize(matrix_of(picture), source, {}, finer, finer, cv::INTER_AREA);
    }
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
    cv::warpPerspective(source, target, back * flat, canvas, cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                        cv::Scalar::all(255));
    return image;
}

}  // namespace motlan
