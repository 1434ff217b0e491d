#include "kiosk/imaging/page_fingerprint.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/shrink.h"

namespace motlan {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kBlock = 24;       // mm: about a line's filled-in word
constexpr int kReach = 4;        // mm by which a second scan may be moved
constexpr double kLeastInk = 3;  // mean of a block that says something, grey levels
constexpr int kStep = 8;  // grey levels of ink; print rarely gets darker than fifteen of them
constexpr int kDarkest = 15;
constexpr double kSame = 0.8;

struct Block {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

// A fingerprint with a byte for each square.
struct Squares {
    int columns = 0;
    int rows = 0;
    Bytes ink;
};

Squares squares_of(const PageFingerprint& page) {
    Squares squares{page.columns, page.rows, {}};
    squares.ink.reserve(page.ink->size() * 2);
    for (const std::uint8_t two : *page.ink) {
        squares.ink.push_back(two & 15U);
        squares.ink.push_back(two >> 4U);
    }
    return squares;
}

std::shared_ptr<const Bytes> packed(const cv::Mat& grey) {
    Bytes ink((grey.total() + 1) / 2);
    for (std::size_t i = 0; i < grey.total(); ++i) {
        const int steps = (255 - grey.data[i] + kStep / 2) / kStep;
        ink[i / 2] |= static_cast<std::uint8_t>(std::min(steps, kDarkest) << (i % 2 * 4));
    }
    return std::make_shared<const Bytes>(std::move(ink));
}

double ink_at(const Squares& page, int x, int y) {
    if (x < 0 || y < 0 || x >= page.columns || y >= page.rows) return 0;
    return page.ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.columns) +
                    static_cast<std::size_t>(x)];
}

double mean_of(const Squares& page, const Block& block) {
    double sum = 0;
    for (int y = block.top; y < block.top + block.height; ++y) {
        for (int x = block.left; x < block.left + block.width; ++x) sum += ink_at(page, x, y);
    }
    return sum / (block.width * block.height);
}

/// A way across a page, in millimetres.
struct Way {
    int right = 0;
    int down = 0;
};

// Normalised correlation of a block with the other page's, moved that way.
double correlation(const Squares& one, const Squares& other, const Block& block, const Way& way) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    double a_sum = 0;
    double b_sum = 0;
    for (int y = block.top; y < block.top + block.height; ++y) {
        for (int x = block.left; x < block.left + block.width; ++x) {
            const double a = ink_at(one, x, y);
            const double b = ink_at(other, x + way.right, y + way.down);
            ab += a * b;
            aa += a * a;
            bb += b * b;
            a_sum += a;
            b_sum += b;
        }
    }
    const double count = block.width * block.height;
    const double a_spread = aa - a_sum * a_sum / count;
    const double b_spread = bb - b_sum * b_sum / count;
    // Two even areas are alike when they are equally dark.
    if (a_spread <= 0 && b_spread <= 0) return std::abs(a_sum - b_sum) < count ? 1 : 0;
    if (a_spread <= 0 || b_spread <= 0) return 0;
    return (ab - a_sum * b_sum / count) / std::sqrt(a_spread * b_spread);
}

double best_correlation(const Squares& one, const Squares& other, const Block& block) {
    double best = -1;
    for (int down = -kReach; down <= kReach; ++down) {
        for (int right = -kReach; right <= kReach; ++right) {
            best = std::max(best, correlation(one, other, block, {right, down}));
        }
    }
    return best;
}

std::vector<double> block_likenesses(const Squares& one, const Squares& other) {
    std::vector<double> found;
    for (int top = 0; top + kBlock / 2 < one.rows; top += kBlock) {
        for (int left = 0; left + kBlock / 2 < one.columns; left += kBlock) {
            const Block block{left, top, std::min(kBlock, one.columns - left),
                              std::min(kBlock, one.rows - top)};
            if (std::max(mean_of(one, block), mean_of(other, block)) < kLeastInk / kStep) continue;
            found.push_back(best_correlation(one, other, block));
            if (found.back() < kSame / 2) return found;
        }
    }
    return found;
}

}  // namespace

PageFingerprint fingerprint_of(const ImageView& grey, int dpi) {
    PageFingerprint page;
    const double scale = kMmPerInch / std::max(1, dpi);
    page.columns = std::clamp(static_cast<int>(std::lround(grey.width * scale)), 1, 500);
    page.rows = std::clamp(static_cast<int>(std::lround(grey.height * scale)), 1, 500);
    const Image small = shrunk(grey, page.columns, page.rows);
    // A scan moved by half a millimetre spreads its ink over two squares.
    cv::Mat soft;
    cv::GaussianBlur(matrix_of(small.view()), soft, {}, 0.8);
    page.ink = packed(soft);
    return page;
}

double likeness(const PageFingerprint& one, const PageFingerprint& other) {
    if (std::abs(one.columns - other.columns) > 8 || std::abs(one.rows - other.rows) > 8) return 0;
    if (one.ink == nullptr || other.ink == nullptr) return 0;
    const std::vector<double> blocks = block_likenesses(squares_of(one), squares_of(other));
    if (blocks.empty()) return 0;
    return std::clamp(*std::ranges::min_element(blocks), 0.0, 1.0);
}

bool is_same_sheet(const PageFingerprint& one, const PageFingerprint& other) {
    return likeness(one, other) >= kSame;
}

}  // namespace motlan
