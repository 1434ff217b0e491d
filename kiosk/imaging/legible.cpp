#include "kiosk/imaging/legible.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/core/cell_grid.h"
#include "kiosk/imaging/filters.h"
#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kCellMm = 2;
constexpr double kSmallestStampMm = 20;
constexpr double kHighestStampMm = 60;
constexpr double kWidestStampMm = 90;  // with the signature across it
// Coarser pages lose the hairlines of their letters, which a recogniser needs: there fine detail is
// made much stronger, and what counts as ink depends on its surroundings. At 200 dpi a thin face is
// read with half the errors that way (measured: of its words 88 in 100 instead of 74).
constexpr int kFineDpi = 250;
constexpr float kFineDetail = 1.0F;  // pixels
constexpr float kDetailGain = 8;
constexpr double kAroundMm = 5;
constexpr int kShrink = 8;  // surroundings are looked at in squares of so many pixels
constexpr double kContrastShare = 0.03;
constexpr double kMostSpread = 128;

// The side of a square of 2 mm, in pixels.
int square_of(int dpi) {
    return std::max(1, static_cast<int>(kCellMm * dpi / kMillimetresPerInch));
}

bool is_stamp(const CellBox& squares) {
    const double width = squares.columns() * kCellMm;
    const double height = squares.rows() * kCellMm;
    return std::min(width, height) >= kSmallestStampMm && height <= kHighestStampMm &&
           width <= kWidestStampMm;
}

// The squares of that side that a stamp covers.
CellGrid stamps_in(const BitMask& colour, int side) {
    CellGrid inked((colour.width + side - 1) / side, (colour.height + side - 1) / side);
    for (int y = 0; y < colour.height; ++y) {
        for (int x = 0; x < colour.width; ++x) {
            if (colour.at(x, y)) inked.set(x / side, y / side);
        }
    }
    CellGrid stamped(inked.columns(), inked.rows());
    for (int row = 0; row < inked.rows(); ++row) {
        for (int column = 0; column < inked.columns(); ++column) {
            if (!inked.at(column, row)) continue;
            std::vector<std::pair<int, int>> group;
            const CellBox box =
                inked.take(column, row, {}, [&group](int c, int r) { group.emplace_back(c, r); });
            if (!is_stamp(box)) continue;
            for (const auto& [c, r] : group) stamped.set(c, r);
        }
    }
    return stamped;
}

// How dark a pixel must be to be a stroke: darker than its surroundings are on average, the less
// so the more contrast they have (Sauvola 2000).
cv::Mat bounds_of(const Image& level, int dpi) {
    const int side = static_cast<int>(kAroundMm * dpi / kMillimetresPerInch / kShrink) | 1;
    const cv::Size size((level.width + kShrink - 1) / kShrink,
                        (level.height + kShrink - 1) / kShrink);
    cv::Mat squares;
    matrix_of(level.view()).convertTo(squares, CV_16U);
    squares = squares.mul(squares);
    cv::Mat mean;
    cv::Mat square;
    cv::resize(matrix_of(level.view()), mean, size, 0, 0, cv::INTER_AREA);
    cv::resize(squares, square, size, 0, 0, cv::INTER_AREA);
    mean.convertTo(mean, CV_32F);
    square.convertTo(square, CV_32F);
    cv::blur(mean, mean, {side, side});
    cv::blur(square, square, {side, side});
    cv::Mat spread;
    cv::sqrt(cv::max(square - mean.mul(mean), 0), spread);
    const cv::Mat small = mean.mul(1 - kContrastShare + spread * (kContrastShare / kMostSpread));
    cv::Mat bounds;
    small.convertTo(bounds, CV_8U);
    cv::resize(bounds, bounds, {level.width, level.height}, 0, 0, cv::INTER_LINEAR);
    return bounds;
}

// Where fine strokes hang together with ink that is known; dots and smudges beside it do not.
cv::Mat strokes_of(const InkMasks& ink, const BitMask& known, int dpi) {
    const Image level = sharpened(ink.level.view(), kFineDetail, kDetailGain);
    cv::Mat strokes = matrix_of(level.view()) < bounds_of(level, dpi);
    // A hairline may end a pixel before its stem.
    cv::Mat thick;
    cv::dilate(strokes, thick, cv::Mat());
    cv::Mat labels;
    const int count = cv::connectedComponents(thick, labels, 8, CV_32S);
    std::vector<bool> is_known(static_cast<std::size_t>(count));
    const auto label = [&](int x, int y) {
        return static_cast<std::size_t>(labels.at<std::int32_t>(y, x));
    };
    for (int y = 0; y < known.height; ++y) {
        for (int x = 0; x < known.width; ++x) {
            if (known.at(x, y)) is_known[label(x, y)] = true;
        }
    }
    for (int y = 0; y < known.height; ++y) {
        auto* row = strokes.ptr<std::uint8_t>(y);
        for (int x = 0; x < known.width; ++x) {
            if (!is_known[label(x, y)]) row[x] = 0;
        }
    }
    return strokes;
}

}  // namespace

BitMask legible_ink(const InkMasks& ink, int dpi) {
    BitMask legible = ink.print;
    const int side = square_of(dpi);
    const CellGrid stamped = stamps_in(ink.colour, side);
    const auto is_stamped = [&](int x, int y) { return stamped.at(x / side, y / side); };
    for (int y = 0; y < legible.height; ++y) {
        for (int x = 0; x < legible.width; ++x) {
            if (ink.colour.at(x, y) && !is_stamped(x, y)) legible.set(x, y);
        }
    }
    if (dpi < kFineDpi) {
        const cv::Mat strokes = strokes_of(ink, legible, dpi);
        for (int y = 0; y < legible.height; ++y) {
            const auto* row = strokes.ptr<std::uint8_t>(y);
            for (int x = 0; x < legible.width; ++x) {
                if (row[x] != 0 && !ink.is_picture(x, y) && !is_stamped(x, y)) legible.set(x, y);
            }
        }
    }
    return legible;
}

Bytes bits_of(const BitMask& mask) {
    const auto row_bytes = static_cast<std::size_t>((mask.width + 7) / 8);
    Bytes bits;
    bits.reserve(row_bytes * static_cast<std::size_t>(mask.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(mask.height); ++y) {
        for (std::size_t i = 0; i < row_bytes; ++i) {
            const std::uint32_t word = mask.words[y * mask.row_words() + i / 4];
            bits.push_back(static_cast<std::uint8_t>(word >> (24 - 8 * (i % 4))));
        }
    }
    return bits;
}

}  // namespace motlan
