#include "tests/bench/page_desk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "tests/bench/page_dice.h"

namespace motlan::testing {
namespace {

using Corners = std::array<cv::Point2f, 4>;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

cv::Vec3f colour_of(PageDice& dice, double least, double most, double tint) {
    const double level = dice.within(least, most);
    cv::Vec3f colour;
    for (int i = 0; i < 3; ++i) colour[i] = static_cast<float>(level + dice.within(-tint, tint));
    return colour;
}

struct Noise {
    int rows = 0;
    int columns = 0;
    double strength = 0;  // standard deviation in grey levels
    int interpolation = cv::INTER_CUBIC;
};

// Noise of so many rows and columns, stretched over the picture.
void add_noise(cv::Mat& picture, PageDice& dice, const Noise& noise) {
    cv::Mat coarse(noise.rows, noise.columns, CV_32F);
    cv::RNG random(static_cast<std::uint64_t>(dice.below(1 << 30)));
    random.fill(coarse, cv::RNG::NORMAL, 0.0, noise.strength);
    cv::Mat fine;
    cv::resize(coarse, fine, picture.size(), 0, 0, noise.interpolation);
    cv::Mat three;
    cv::merge(std::vector<cv::Mat>(3, fine), three);
    picture += three;
}

// Unevenness of a surface: coarse and fine, in grey levels.
void add_texture(cv::Mat& picture, PageDice& dice, double strength) {
    for (const int cell : {3, 12, 90})
        add_noise(picture, dice, {picture.rows / cell + 2, picture.cols / cell + 2, strength});
}

// Wood: stretched noise along one direction.
void add_grain(cv::Mat& picture, PageDice& dice, double strength) {
    const int rows = picture.rows / (2 + dice.below(6));
    add_noise(picture, dice, {rows, picture.cols / 200 + 2, strength, cv::INTER_LINEAR});
}

cv::Scalar scalar(const cv::Vec3f& colour) { return {colour[0], colour[1], colour[2]}; }

void stripe(cv::Mat& picture, PageDice& dice) {
    const cv::Vec3f one = colour_of(dice, 150, 240, 30);
    const cv::Vec3f other = colour_of(dice, 20, 130, 40);
    const double period = dice.within(40, 220);
    const double share = dice.within(0.3, 0.7);
    const double angle = radians(dice.within(0, 180));
    const bool is_checked = dice.chance(0.3);
    picture.forEach<cv::Vec3f>([&](cv::Vec3f& pixel, const int* at) {
        const auto phase = [&](double along) {
            return along / period - std::floor(along / period);
        };
        const double across = at[1] * std::cos(angle) + at[0] * std::sin(angle);
        const double down = at[0] * std::cos(angle) - at[1] * std::sin(angle);
        const bool is_one = (phase(across) < share) != (is_checked && phase(down) < share);
        pixel = is_one ? one : other;
    });
}

void clutter(cv::Mat& picture, PageDice& dice) {
    const int things = 12 + dice.below(25);
    for (int i = 0; i < things; ++i) {
        const cv::Point middle(dice.below(picture.cols), dice.below(picture.rows));
        const cv::Scalar colour = scalar(colour_of(dice, 20, 240, 60));
        const double long_side = dice.within(40, 600);
        const double short_side = dice.chance(0.4) ? dice.within(8, 30) : dice.within(40, 500);
        if (dice.chance(0.2)) {
            cv::ellipse(picture, middle, cv::Size(int(long_side / 3), int(short_side / 3) + 3),
                        dice.within(0, 180), 0, 360, colour, cv::FILLED, cv::LINE_AA);
            continue;
        }
        const cv::RotatedRect box(cv::Point2f(middle),
                                  cv::Size2f(float(long_side), float(short_side)),
                                  float(dice.within(0, 180)));
        std::array<cv::Point2f, 4> corners;
        box.points(corners.data());
        const std::vector<cv::Point> shape(corners.begin(), corners.end());
        cv::fillConvexPoly(picture, shape, colour, cv::LINE_AA);
    }
}

cv::Mat surface(Desk desk, const cv::Size& size, PageDice& dice) {
    cv::Mat picture(size, CV_32FC3);
    switch (desk) {
        case Desk::White:
            picture = scalar(colour_of(dice, 205, 245, 6));
            add_texture(picture, dice, dice.within(0.3, 1.5));
            return picture;
        case Desk::Striped: stripe(picture, dice); break;
        case Desk::Clutter:
            picture = scalar(colour_of(dice, 40, 200, 30));
            clutter(picture, dice);
            break;
        default:
            picture = scalar(colour_of(dice, 20, 110, 25));
            if (dice.chance(0.5)) add_grain(picture, dice, dice.within(2, 9));
    }
    add_texture(picture, dice, dice.within(0.5, 3));
    return picture;
}

Corners place(const Sheet& sheet, PageDice& dice, const DeskWish& wish) {
    const double scale = dice.within(wish.least_scale, wish.most_scale);
    const double angle = radians(90.0 * dice.below(4) + dice.within(-wish.turn, wish.turn));
    const double w = sheet.width_mm * scale / 2;
    const double h = sheet.height_mm * scale / 2;
    const std::array<std::array<double, 2>, 4> signs{{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
    Corners corners;
    for (std::size_t i = 0; i < 4; ++i) {
        const double x = signs[i][0] * w;
        const double y = signs[i][1] * h;
        const double shift = wish.corner_shift;
        corners[i] = {
            float(x * std::cos(angle) - y * std::sin(angle) + dice.within(-shift, shift)),
            float(x * std::sin(angle) + y * std::cos(angle) + dice.within(-shift, shift))};
    }
    return corners;
}

struct Bounds {
    float left = 1e9F;
    float right = -1e9F;
    float top = 1e9F;
    float bottom = -1e9F;
};
Bounds bounds(const Corners& corners) {
    Bounds found;
    for (const cv::Point2f& corner : corners) {
        found.left = std::min(found.left, corner.x);
        found.right = std::max(found.right, corner.x);
        found.top = std::min(found.top, corner.y);
        found.bottom = std::max(found.bottom, corner.y);
    }
    return found;
}

// Somewhere in the frame, whole where it fits: then a corner is at least 8 pixels inside.
void settle(Corners& corners, PageDice& dice, const DeskWish& wish) {
    constexpr float kRim = 8;
    Bounds box = bounds(corners);
    const float fit = std::min({1.0F, (float(wish.width) - 2 * kRim) / (box.right - box.left),
                                (float(wish.height) - 2 * kRim) / (box.bottom - box.top)});
    for (cv::Point2f& corner : corners) corner *= fit;
    box = bounds(corners);
    const auto x = float(dice.within(kRim - box.left, float(wish.width) - kRim - box.right + 0.01));
    const auto y =
        float(dice.within(kRim - box.top, float(wish.height) - kRim - box.bottom + 0.01));
    for (cv::Point2f& corner : corners) corner += cv::Point2f(x, y);
}

// Moves the paper over one border of the frame until this share of its length is outside.
void push_out(Corners& corners, PageDice& dice, const DeskWish& wish) {
    const double share = dice.within(0.03, 0.35);
    const Bounds box = bounds(corners);
    const float wide = float(share) * (box.right - box.left);
    const float high = float(share) * (box.bottom - box.top);
    cv::Point2f move;
    switch (dice.below(4)) {
        case 0: move.x = -box.left - wide; break;
        case 1: move.x = float(wish.width) - box.right + wide; break;
        case 2: move.y = -box.top - high; break;
        default: move.y = float(wish.height) - box.bottom + high;
    }
    for (cv::Point2f& corner : corners) corner += move;
}

std::vector<cv::Point> shape_of(const Corners& corners, const cv::Point2f& move = {}) {
    std::vector<cv::Point> shape;
    for (const cv::Point2f& corner : corners) {
        shape.emplace_back(cvRound((corner.x + move.x) * 16), cvRound((corner.y + move.y) * 16));
    }
    return shape;
}

cv::Mat mask_of(const Corners& corners, const cv::Size& size, const cv::Point2f& move = {}) {
    cv::Mat mask = cv::Mat::zeros(size, CV_32F);
    cv::Mat sharp = cv::Mat::zeros(size, CV_8U);
    cv::fillConvexPoly(sharp, shape_of(corners, move), 255, cv::LINE_AA, 4);
    sharp.convertTo(mask, CV_32F, 1 / 255.0);
    return mask;
}

cv::Mat three_of(const cv::Mat& one) {
    cv::Mat three;
    cv::merge(std::vector<cv::Mat>(3, one), three);
    return three;
}

void drop_shadow(cv::Mat& picture, const Corners& corners, PageDice& dice) {
    const cv::Point2f move(float(dice.within(-7, 7)), float(dice.within(-7, 7)));
    cv::Mat soft = mask_of(corners, picture.size(), move);
    cv::GaussianBlur(soft, soft, {}, dice.within(2, 7));
    const cv::Mat light = 1 - dice.within(0.12, 0.4) * soft;
    picture = picture.mul(three_of(light));
}

void lay(cv::Mat& picture, const Sheet& sheet, const Corners& corners) {
    const cv::Mat whole(sheet.picture.height, sheet.picture.width, CV_8UC3,
                        const_cast<std::uint8_t*>(sheet.picture.pixels.data()));
    const double scale = cv::norm(corners[1] - corners[0]) / sheet.picture.width;
    cv::Mat paper;
    cv::resize(whole, paper, {}, std::min(1.0, scale * 1.3), std::min(1.0, scale * 1.3),
               cv::INTER_AREA);
    const Corners from{cv::Point2f(0, 0),
                       {float(paper.cols), 0},
                       {float(paper.cols), float(paper.rows)},
                       {0, float(paper.rows)}};
    cv::Mat laid;
    cv::warpPerspective(paper, laid, cv::getPerspectiveTransform(from.data(), corners.data()),
                        picture.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    laid.convertTo(laid, CV_32FC3);
    const cv::Mat mask = three_of(mask_of(corners, picture.size()));
    picture = picture.mul(cv::Scalar::all(1) - mask) + laid.mul(mask);
}

// A finger from outside the paper onto one of its corners.
void finger(cv::Mat& picture, const Corners& corners, PageDice& dice) {
    const Bounds box = bounds(corners);
    const cv::Point2f middle((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const cv::Point2f corner = corners[std::size_t(dice.below(4))];
    const cv::Point2f out = (corner - middle) / cv::norm(corner - middle);
    const cv::Point2f side(-out.y, out.x);
    const cv::Point2f tip = corner - out * dice.within(5, 60) + side * dice.within(-25, 25);
    const cv::Point2f root = tip + out * 700 + side * dice.within(-300, 300);
    const cv::Scalar skin(dice.within(150, 225), dice.within(105, 165), dice.within(80, 135));
    const int thick = int(dice.within(45, 75));
    cv::Mat layer = cv::Mat::zeros(picture.size(), CV_8U);
    cv::line(layer, tip, root, 255, thick, cv::LINE_AA);
    cv::Mat soft;
    layer.convertTo(soft, CV_32F, 1 / 255.0);
    cv::GaussianBlur(soft, soft, {}, 9);
    picture = picture.mul(three_of(1 - 0.35 * soft));
    layer.convertTo(soft, CV_32F, 1 / 255.0);
    cv::GaussianBlur(soft, soft, {}, 1.2);
    const cv::Mat mask = three_of(soft);
    const cv::Mat flesh(picture.size(), CV_32FC3, skin);
    picture = picture.mul(cv::Scalar::all(1) - mask) + flesh.mul(mask);
}

// The light falls off to one side; a strong shadow has an edge.
void light(cv::Mat& picture, Desk desk, PageDice& dice) {
    const double angle = radians(dice.within(0, 360));
    const double fall = dice.within(0, 0.25);
    const bool is_shaded = desk == Desk::Shadow;
    const double depth = is_shaded ? dice.within(0.3, 0.65) : 0;
    const double soft = dice.within(4, 50);
    const double middle = dice.within(-350, 350);
    const double across = radians(dice.within(0, 360));
    picture.forEach<cv::Vec3f>([&](cv::Vec3f& pixel, const int* at) {
        const double x = at[1] - picture.cols / 2.0;
        const double y = at[0] - picture.rows / 2.0;
        double gain = 1 - fall * (0.5 + (x * std::cos(angle) + y * std::sin(angle)) / 2500);
        if (is_shaded) {
            const double beyond = (x * std::cos(across) + y * std::sin(across) - middle) / soft;
            gain *= 1 - depth / (1 + std::exp(-beyond));
        }
        pixel *= float(gain);
    });
}

Image sensed(cv::Mat& picture, PageDice& dice, double noise) {
    cv::GaussianBlur(picture, picture, {}, dice.within(0.4, 0.9));
    cv::Mat grain(picture.size(), CV_32FC3);
    cv::RNG random(static_cast<std::uint64_t>(dice.below(1 << 30)));
    random.fill(grain, cv::RNG::NORMAL, 0.0, noise);
    picture += grain;
    cv::Mat eight;
    picture.convertTo(eight, CV_8UC3);
    Image image(eight.cols, eight.rows, PixelFormat::Rgb);
    std::memcpy(image.pixels.data(), eight.data, image.pixels.size());
    return image;
}

}  // namespace

std::string_view name(Desk desk) {
    switch (desk) {
        case Desk::Dark: return "dark desk";
        case Desk::Shadow: return "strong shadow";
        case Desk::White: return "white desk";
        case Desk::Striped: return "striped desk";
        case Desk::Clutter: return "clutter and fingers";
        case Desk::CutOff: return "page out of the frame";
        case Desk::Empty: return "no page";
    }
    return "";
}

DeskScene draw_desk(Desk desk, const Sheet& sheet, std::uint64_t seed, const DeskWish& wish) {
    PageDice dice(seed ^ (static_cast<std::uint64_t>(desk) << 40U));
    constexpr std::array kAny{Desk::Dark, Desk::White, Desk::Striped, Desk::Clutter};
    const Desk under = desk == Desk::CutOff || desk == Desk::Empty ? dice.pick(kAny) : desk;
    cv::Mat picture = surface(under, {wish.width, wish.height}, dice);
    Corners corners = place(sheet, dice, wish);
    settle(corners, dice, wish);
    if (desk == Desk::CutOff) push_out(corners, dice, wish);
    DeskScene scene;
    if (desk != Desk::Empty) {
        drop_shadow(picture, corners, dice);
        lay(picture, sheet, corners);
        for (int i = under == Desk::Clutter ? 1 + dice.below(2) : 0; i > 0; --i)
            finger(picture, corners, dice);
        scene.hidden =
            1 - cv::sum(mask_of(corners, picture.size()))[0] /
                    cv::contourArea(std::vector<cv::Point2f>(corners.begin(), corners.end()));
    }
    light(picture, desk, dice);
    scene.picture = sensed(picture, dice, wish.noise);
    for (std::size_t i = 0; i < 4; ++i) scene.corners[i] = {corners[i].x, corners[i].y};
    return scene;
}

double overlap(const PageCorners& found, const PageCorners& truth, double aspect) {
    const auto points = [](const PageCorners& corners) {
        std::vector<cv::Point2f> list;
        for (const PagePoint& corner : corners) list.emplace_back(float(corner.x), float(corner.y));
        return list;
    };
    const auto tall = float(1000 * aspect);
    const std::vector<cv::Point2f> page{{0, 0}, {1000, 0}, {1000, tall}, {0, tall}};
    std::vector<cv::Point2f> seen;
    cv::perspectiveTransform(points(found), seen, cv::getPerspectiveTransform(points(truth), page));
    std::vector<cv::Point2f> hull;
    cv::convexHull(seen, hull);
    std::vector<cv::Point2f> common;
    const double both = cv::intersectConvexConvex(page, hull, common);
    return both / (1000.0 * tall + cv::contourArea(hull) - both);
}

double best_overlap(PageCorners found, const PageCorners& truth, double aspect) {
    double best = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        best = std::max(best, overlap(found, truth, aspect));
        std::ranges::rotate(found, found.begin() + 1);
    }
    return best;
}

}  // namespace motlan::testing
