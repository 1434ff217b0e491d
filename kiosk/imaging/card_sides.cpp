#include "kiosk/imaging/card_sides.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

constexpr double kMmPerInch = 25.4;

int pixels(double mm) { return static_cast<int>(std::lround(mm * kPageDpi / kMmPerInch)); }

// Puts one side with its middle at this height of the sheet, its longer side across.
void put(Image& sheet, const PreparedPage& side, double middle_mm) {
    const PaperSides card = sides_of(PaperSize::IdCard);
    const Image colour = converted(side.picture.view(), PixelFormat::Rgb);
    cv::Mat lying = matrix_of(colour.view());
    if (lying.rows > lying.cols)
        cv::rotate(matrix_of(colour.view()), lying, cv::ROTATE_90_CLOCKWISE);
    cv::Mat sized;
    const bool is_finer = lying.cols > pixels(card.long_mm);
    cv::resize(lying, sized, {pixels(card.long_mm), pixels(card.short_mm)}, 0, 0,
               is_finer ? cv::INTER_AREA : cv::INTER_CUBIC);
    cv::Mat canvas = matrix_of(sheet);
    const cv::Rect where((canvas.cols - sized.cols) / 2, pixels(middle_mm) - sized.rows / 2,
                         sized.cols, sized.rows);
    sized.copyTo(canvas(where));
}

}  // namespace

Result<PreparedPage> compose_card_sides(const PreparedPage& front, const PreparedPage& back) {
    for (const PreparedPage* side : {&front, &back}) {
        if (side->picture.width < 1 || side->picture.height < 1) return fail(Fault::PageTooSmall);
    }
    const PaperSides a4 = sides_of(PaperSize::A4);
    PreparedPage sheet{.picture = Image(pixels(a4.short_mm), pixels(a4.long_mm), PixelFormat::Rgb),
                       .dpi = kPageDpi,
                       .report = front.report};
    std::ranges::fill(sheet.picture.pixels, std::uint8_t{255});
    put(sheet.picture, front, a4.long_mm * 0.3);
    put(sheet.picture, back, a4.long_mm * 0.6);
    for (const Fault fault : back.report.faults) {
        if (!std::ranges::contains(sheet.report.faults, fault))
            sheet.report.faults.push_back(fault);
    }
    sheet.report.size = PaperSize::A4;
    sheet.report.width_mm = a4.short_mm;
    sheet.report.height_mm = a4.long_mm;
    return sheet;
}

}  // namespace motlan
