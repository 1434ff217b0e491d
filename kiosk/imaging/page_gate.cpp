#include "kiosk/imaging/page_gate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/page_contrast.h"

namespace motlan {
namespace {

// Word errors of recognition jump from 1 % at 150 dpi to 5 % at 100 dpi (capture design 4).
// A camera above a desk shows a whole A4 sheet with less; its verdict is left to the letters'
// height.
constexpr double kLeastDpi = 100;
constexpr double kLeastPhotoDpi = 72;
constexpr double kLeastSideMm = 50;
constexpr double kLeastWords = 0.001;  // less tells nothing about the height of letters
constexpr int kInkBelow = 190;         // of a whitened page
constexpr double kLeastPaper = 70;
constexpr double kLeastContrast = 40;
constexpr double kLeastContrastToNoise = 5;
constexpr double kMostBlur = 0.11;    // sigma, in heights of small letters
constexpr double kSharpPixels = 1.5;  // a good lens and its pixels blur so much
constexpr double kMostBlurMm = 0.42;  // where no letters were measured
constexpr double kLeastLetterPixels = 6.5;
constexpr double kMostGlare = 0.002;
constexpr int kEdgesWanted = 20'000;

// Grey rows or columns of a page, one at a time.
std::vector<float> line_of(const ImageView& page, int at, bool is_row) {
    std::vector<float> levels;
    const std::size_t step = bytes_per_pixel(page.format);
    const int count = is_row ? page.width : page.height;
    levels.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const ByteView row = page.row(is_row ? at : i);
        const std::size_t place = static_cast<std::size_t>(is_row ? i : at) * step;
        // Green is sharpest and least noisy.
        levels.push_back(row[place + (step >= 3 ? 1 : 0)]);
    }
    return levels;
}

// Noise makes the way up or down a step falter by so many grey levels.
constexpr float kFalter = 2.5F;

// A little smoother: one pixel's noise is no edge.
std::vector<float> smoothed_line(const std::vector<float>& levels) {
    std::vector<float> smooth = levels;
    for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
        smooth[i] = (levels[i - 1] + 2 * levels[i] + levels[i + 1]) / 4;
    }
    return smooth;
}

// The widths (sigma) of steps between ink and paper: height over steepest slope.
void add_widths(const std::vector<float>& levels, double least_step, std::vector<float>& widths) {
    std::size_t i = 1;
    while (i + 1 < levels.size()) {
        const float way = levels[i] > levels[i - 1] ? 1 : -1;
        std::size_t end = i;
        float steepest = 0;
        while (end < levels.size() && way * (levels[end] - levels[end - 1]) > -kFalter) {
            steepest = std::max(steepest, way * (levels[end] - levels[end - 1]));
            ++end;
        }
        const float height = way * (levels[end - 1] - levels[i - 1]);
        if (height > least_step && steepest > 0) {
            widths.push_back(height /
                             (steepest * static_cast<float>(std::sqrt(2 * std::numbers::pi))));
        }
        i = std::max(end, i + 1);
    }
}

double middle_of(std::vector<float>& values) {
    if (values.size() < 30) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

double blur_pixels(const ImageView& page, double contrast) {
    double blur = 0;
    for (const bool is_row : {true, false}) {
        std::vector<float> widths;
        const int lines = is_row ? page.height : page.width;
        const int step = std::max(1, lines / 400);
        for (int at = step / 2; at < lines && widths.size() < kEdgesWanted; at += step) {
            add_widths(smoothed_line(line_of(page, at, is_row)), 0.4 * contrast, widths);
        }
        blur = std::max(blur, middle_of(widths));
    }
    return blur;
}

double noise_of(const ImageView& page, double paper) {
    std::vector<float> steps;
    for (int y = 7; y + 7 < page.height; y += std::max(1, page.height / 120)) {
        const std::vector<float> levels = line_of(page, y, true);
        for (std::size_t x = 2; x + 2 < levels.size(); x += 5) {
            if (levels[x] < paper * 0.3) continue;
            steps.push_back(std::abs(levels[x] - (levels[x - 2] + levels[x + 2]) / 2));
        }
    }
    // The median of the absolute value of a gaussian's mix of weights 1, 1/2, 1/2.
    return middle_of(steps) / (0.6745 * std::sqrt(1.5));
}

bool is_blurred(const PageScores& scores) {
    if (scores.blur_mm <= 0) return false;
    if (scores.letter_mm > 0) {
        const double pixel_mm = scores.letter_mm / std::max(1.0, scores.letter_pixels);
        return scores.blur_mm > std::max(kMostBlur * scores.letter_mm, kSharpPixels * pixel_mm);
    }
    return scores.blur_mm > kMostBlurMm;
}

bool is_dark(const PageScores& scores) {
    if (scores.paper < kLeastPaper) return true;
    if (scores.contrast <= 0) return false;
    return scores.contrast < kLeastContrast ||
           scores.contrast < kLeastContrastToNoise * scores.noise;
}

bool is_small_text(const PageScores& scores) {
    return scores.letter_pixels > 0 && scores.letter_pixels < kLeastLetterPixels;
}

// Writing may be too fine for the whitened page to be dark anywhere.
bool is_blank(const PageScores& scores) {
    return scores.ink < kLeastInk && scores.paper >= kLeastPaper && !is_small_text(scores);
}

// Of a page without its outer 3 mm.
double share_inside(const cv::Mat& mask, double dpi) {
    const int margin = static_cast<int>(3 * dpi / 25.4);
    if (mask.cols <= 2 * margin || mask.rows <= 2 * margin) return 0;
    const cv::Mat inside =
        mask(cv::Rect(margin, margin, mask.cols - 2 * margin, mask.rows - 2 * margin));
    return double(cv::countNonZero(inside)) / double(inside.total());
}

}  // namespace

void measure_page(const FlatPage& page, PageScores& scores) {
    if (share_inside(matrix_of(page.ink.words.view()), page.ink.dpi) < kLeastWords)
        scores.letter_mm = scores.letter_pixels = 0;
    scores.paper = page.light.level;
    scores.contrast = contrast_of(page.ink);
    scores.noise = noise_of(page.picture, page.light.level);
    if (scores.contrast > 0)
        scores.blur_mm = blur_pixels(page.picture, scores.contrast) * 25.4 / page.dpi;
}

double ink_share(const ImageView& glance, double dpi) {
    return share_inside(matrix_of(glance) < kInkBelow, dpi);
}

std::vector<Fault> verdicts(const PageReport& report, double dpi, PageSource source) {
    const PageScores& scores = report.scores;
    std::vector<Fault> faults;
    const double shorter = std::min(report.width_mm, report.height_mm);
    const double least_dpi = source == PageSource::Scan ? kLeastDpi : kLeastPhotoDpi;
    if (dpi < least_dpi || shorter < kLeastSideMm) faults.push_back(Fault::PageTooSmall);
    if (is_dark(scores)) faults.push_back(Fault::PageDark);
    if (is_blank(scores)) faults.push_back(Fault::PageBlank);
    if (scores.glare > kMostGlare) faults.push_back(Fault::PageGlare);
    if (is_blurred(scores)) faults.push_back(Fault::PageBlurred);
    if (is_small_text(scores)) faults.push_back(Fault::PageTextTooSmall);
    return faults;
}

}  // namespace motlan
