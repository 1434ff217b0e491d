#include "tests/bench/page_flaws.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <opencv2/imgproc.hpp>

#include "tests/bench/page_desk.h"
#include "tests/bench/page_dice.h"
#include "tests/bench/page_sheet.h"

namespace motlan::testing {
namespace {

constexpr int kScanDpi = 200;
constexpr int kCoarseDpi = 75;

cv::Mat matrix(Image& image) { return {image.height, image.width, CV_8UC3, image.pixels.data()}; }

void add_noise(cv::Mat picture, double sigma, PageDice& dice) {
    cv::Mat noise(picture.size(), CV_16SC3);
    cv::RNG random(static_cast<std::uint64_t>(dice.below(1 << 30)));
    random.fill(noise, cv::RNG::NORMAL, 0.0, sigma);
    cv::Mat sum;
    picture.convertTo(sum, CV_16SC3);
    sum += noise;
    sum.convertTo(picture, CV_8UC3);
}

void drag(cv::Mat picture, double length, double degrees) {
    const int side = static_cast<int>(length) | 1;
    cv::Mat kernel = cv::Mat::zeros(side, side, CV_32F);
    const double c = std::cos(degrees * CV_PI / 180) * side / 2;
    const double s = std::sin(degrees * CV_PI / 180) * side / 2;
    const cv::Point2d middle(side / 2.0, side / 2.0);
    cv::line(kernel, middle - cv::Point2d(c, s), middle + cv::Point2d(c, s), 1, 1, cv::LINE_AA);
    kernel /= cv::sum(kernel)[0];
    cv::filter2D(picture.clone(), picture, -1, kernel);
}

// A reflection somewhere on the paper's inner half.
void dazzle(cv::Mat picture, const PageCorners& corners, PageDice& dice) {
    const double u = dice.within(0.3, 0.7);
    const double v = dice.within(0.25, 0.75);
    const auto between = [&](auto member) {
        return std::lerp(std::lerp(corners[0].*member, corners[1].*member, u),
                         std::lerp(corners[3].*member, corners[2].*member, u), v);
    };
    const double x0 = between(&PagePoint::x);
    const double y0 = between(&PagePoint::y);
    const double wide = std::hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y);
    const double across = wide * dice.within(0.08, 0.22);
    const double down = wide * dice.within(0.08, 0.22);
    const double peak = dice.within(200, 500);
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            const double away = std::pow((x - x0) / across, 2) + std::pow((y - y0) / down, 2);
            if (away > 12) continue;
            auto& pixel = picture.at<cv::Vec3b>(y, x);
            for (int i = 0; i < 3; ++i) {
                pixel[i] = cv::saturate_cast<std::uint8_t>(pixel[i] + peak * std::exp(-away));
            }
        }
    }
}

Fault fault_of(Flaw flaw) {
    switch (flaw) {
        case Flaw::None: return Fault::BrokenAssumption;
        case Flaw::Blur:
        case Flaw::Motion: return Fault::PageBlurred;
        case Flaw::Glare: return Fault::PageGlare;
        case Flaw::Dark: return Fault::PageDark;
        case Flaw::Blank: return Fault::PageBlank;
        case Flaw::Far:
        case Flaw::Coarse: return Fault::PageTooSmall;
        case Flaw::SmallText: return Fault::PageTextTooSmall;
        case Flaw::CutOff: return Fault::PageCutOff;
        case Flaw::NoWayUp: return Fault::PageUpsideDown;
    }
    return Fault::BrokenAssumption;
}

Sheet paper_for(Flaw flaw, std::uint64_t seed, PageDice& dice) {
    SheetWish wish{.dpi = flaw == Flaw::Coarse ? kCoarseDpi : kScanDpi};
    if (flaw == Flaw::Blank) return draw_blank(seed, wish);
    if (flaw == Flaw::NoWayUp) return draw_without_way_up(seed, wish);
    if (flaw == Flaw::SmallText) {
        wish.points = dice.within(2.5, 3.6);
        return draw_sheet(SheetKind::Contract, seed, wish);
    }
    return draw_sheet(seed, wish);
}

void spoil(Flaw flaw, Image& image, const PageCorners& corners, PageDice& dice) {
    cv::Mat picture = matrix(image);
    if (flaw == Flaw::Blur) {
        cv::GaussianBlur(picture.clone(), picture, {}, dice.within(2.6, 6));
        add_noise(picture, 3, dice);
    }
    if (flaw == Flaw::Motion) {
        drag(picture, dice.within(11, 25), dice.within(0, 180));
        add_noise(picture, 3, dice);
    }
    if (flaw == Flaw::Glare) dazzle(picture, corners, dice);
    if (flaw == Flaw::Dark) {
        picture.convertTo(picture, -1, dice.within(0.06, 0.2));
        add_noise(picture, dice.within(4, 8), dice);
    }
}

}  // namespace

std::string_view name(Flaw flaw) {
    constexpr std::array<std::string_view, kFlaws> kNames{"good pages",
                                                          "out of focus",
                                                          "moved",
                                                          "glare",
                                                          "dark",
                                                          "blank",
                                                          "too far away",
                                                          "too few dots",
                                                          "text too small",
                                                          "cut off",
                                                          "no way up to tell"};
    return kNames.at(static_cast<std::size_t>(flaw));
}

Image scanned(const Image& paper, double askew, int quarters, std::uint64_t seed) {
    PageDice dice(seed);
    Image copy = paper;
    const cv::Mat whole = matrix(copy);
    const cv::Point2f middle(float(whole.cols) / 2, float(whole.rows) / 2);
    cv::Mat turned;
    cv::warpAffine(whole, turned, cv::getRotationMatrix2D(middle, askew, 1), whole.size(),
                   cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    for (int i = 0; i < quarters; ++i) {
        const cv::Mat before = turned.clone();
        cv::rotate(before, turned, cv::ROTATE_90_CLOCKWISE);
    }
    cv::GaussianBlur(turned.clone(), turned, {}, dice.within(0.3, 0.8));
    add_noise(turned, dice.within(1, 5), dice);
    Image image(turned.cols, turned.rows, PixelFormat::Rgb);
    std::memcpy(image.pixels.data(), turned.data, image.pixels.size());
    return image;
}

FlawedPage draw_flawed(Flaw flaw, std::uint64_t seed) {
    PageDice dice(seed ^ 0x5EED);
    const Sheet sheet = paper_for(flaw, seed, dice);
    FlawedPage page{.picture = {}, .options = {}, .fault = fault_of(flaw)};
    const bool is_either = flaw == Flaw::None || flaw == Flaw::Blank || flaw == Flaw::NoWayUp;
    if (flaw == Flaw::Coarse || (is_either && dice.chance(0.5))) {
        page.picture = scanned(sheet.picture, dice.within(-3, 3), dice.below(4), seed);
        page.options = {.source = PageSource::Scan, .dpi = sheet.dpi};
        return page;
    }
    DeskWish wish{.width = 2400, .height = 1800, .least_scale = 5, .most_scale = 5.6, .noise = 3};
    if (flaw == Flaw::Far) wish.least_scale = 1.6, wish.most_scale = 2.3;
    if (flaw == Flaw::CutOff) wish.most_scale = 5.2;
    const Desk desk = flaw == Flaw::CutOff ? Desk::CutOff
                      : dice.chance(0.6)   ? Desk::Dark
                                           : Desk::Shadow;
    DeskScene scene = draw_desk(desk, sheet, seed, wish);
    spoil(flaw, scene.picture, scene.corners, dice);
    page.picture = std::move(scene.picture);
    page.options = {.source = PageSource::Photo};
    return page;
}

}  // namespace motlan::testing
