#include "kiosk/imaging/page_ink.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

// Ink is darker than the mean around it by this share of the paper's brightness, and some levels.
constexpr double kDarker = 0.14;
constexpr double kDarkerLevels = 10;
constexpr double kAroundMm = 6;
// A letter is no larger, and more than a speck.
constexpr double kTallestMm = 9;
constexpr double kWidestMm = 14;
// Leaders of dots in forms lie below the line like no letter does; they are left out, and with
// them the dots of letters.
constexpr double kLeastMm2 = 0.2;

// The paper's brightness around each place: the brightest of what is near, smoothed.
cv::Mat paper_around(const cv::Mat& grey, double dpi) {
    const int reach = std::max(3, static_cast<int>(kAroundMm * dpi / 25.4)) | 1;
    cv::Mat small;
    cv::resize(grey, small, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::Mat paper;
    const cv::Mat square =
        cv::getStructuringElement(cv::MORPH_RECT, {reach / 2 | 1, reach / 2 | 1});
    cv::dilate(small, paper, square);
    cv::erode(paper, paper, square);
    cv::blur(paper, paper, {reach / 2 | 1, reach / 2 | 1});
    cv::resize(paper, paper, grey.size(), 0, 0, cv::INTER_LINEAR);
    return paper;
}

void keep_words(const cv::Mat& ink, cv::Mat words, double dpi) {
    const double mm = dpi / 25.4;
    cv::Mat labels;
    cv::Mat boxes;
    cv::Mat middles;
    const int count = cv::connectedComponentsWithStats(ink, labels, boxes, middles, 8, CV_32S);
    std::vector<std::uint8_t> keeps(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
        const int wide = boxes.at<int>(i, cv::CC_STAT_WIDTH);
        const int high = boxes.at<int>(i, cv::CC_STAT_HEIGHT);
        const int area = boxes.at<int>(i, cv::CC_STAT_AREA);
        const bool is_letter = high < kTallestMm * mm && wide < kWidestMm * mm &&
                               area >= std::max(2.0, kLeastMm2 * mm * mm);
        keeps[static_cast<std::size_t>(i)] = is_letter ? 255 : 0;
    }
    for (int y = 0; y < ink.rows; ++y) {
        const int* label = labels.ptr<int>(y);
        std::uint8_t* to = words.ptr<std::uint8_t>(y);
        for (int x = 0; x < ink.cols; ++x) to[x] = keeps[static_cast<std::size_t>(label[x])];
    }
}

}  // namespace

PageInk ink_of(const ImageView& page, double dpi) {
    const Image blank(page.width, page.height, PixelFormat::Grey);
    PageInk found{blank, blank, blank, dpi};
    cv::Mat grey = matrix_of(found.grey);
    if (page.format == PixelFormat::Rgb) cv::cvtColor(matrix_of(page), grey, cv::COLOR_RGB2GRAY);
    if (page.format == PixelFormat::Grey) matrix_of(page).copyTo(grey);
    const cv::Mat paper = paper_around(grey, found.dpi);
    cv::Mat limit;
    paper.convertTo(limit, CV_8U, 1 - kDarker, -kDarkerLevels);
    cv::Mat ink = matrix_of(found.ink);
    cv::compare(grey, limit, ink, cv::CMP_LT);
    keep_words(ink, matrix_of(found.words), found.dpi);
    return found;
}

}  // namespace motlan
