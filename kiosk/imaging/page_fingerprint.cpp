#include "kiosk/imaging/page_fingerprint.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kBlock = 24;       // mm: about a line's filled-in word
constexpr int kReach = 4;        // mm by which a second scan may be moved
constexpr double kLeastInk = 3;  // mean of a block that says something
constexpr double kSame = 0.8;

struct Block {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

double ink_at(const PageFingerprint& page, int x, int y) {
    if (x < 0 || y < 0 || x >= page.columns || y >= page.rows) return 0;
    return page.ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.columns) +
                    static_cast<std::size_t>(x)];
}

double mean_of(const PageFingerprint& page, const Block& block) {
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
double correlation(const PageFingerprint& one, const PageFingerprint& other, const Block& block,
                   const Way& way) {
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
    const double spread = (aa - a_sum * a_sum / count) * (bb - b_sum * b_sum / count);
    if (spread <= 0) return 0;
    return (ab - a_sum * b_sum / count) / std::sqrt(spread);
}

double best_correlation(const PageFingerprint& one, const PageFingerprint& other,
                        const Block& block) {
    double best = -1;
    for (int down = -kReach; down <= kReach; ++down) {
        for (int right = -kReach; right <= kReach; ++right) {
            best = std::max(best, correlation(one, other, block, {right, down}));
        }
    }
    return best;
}

std::vector<double> block_likenesses(const PageFingerprint& one, const PageFingerprint& other) {
    std::vector<double> found;
    for (int top = 0; top + kBlock / 2 < one.rows; top += kBlock) {
        for (int left = 0; left + kBlock / 2 < one.columns; left += kBlock) {
            const Block block{left, top, std::min(kBlock, one.columns - left),
                              std::min(kBlock, one.rows - top)};
            if (std::max(mean_of(one, block), mean_of(other, block)) < kLeastInk) continue;
            found.push_back(best_correlation(one, other, block));
            if (found.back() < kSame / 2) return found;
        }
    }
    return found;
}

}  // namespace

PageFingerprint fingerprint_of(const ImageView& picture, int dpi) {
    PageFingerprint page;
    const double scale = kMmPerInch / std::max(1, dpi);
    page.columns = std::clamp(static_cast<int>(std::lround(picture.width * scale)), 1, 500);
    page.rows = std::clamp(static_cast<int>(std::lround(picture.height * scale)), 1, 500);
    cv::Mat small;
    cv::resize(matrix_of(picture), small, {page.columns, page.rows}, 0, 0, cv::INTER_AREA);
    if (small.channels() == 3) cv::cvtColor(cv::Mat(small), small, cv::COLOR_RGB2GRAY);
    // A scan moved by half a millimetre spreads its ink over two squares.
    cv::GaussianBlur(small, small, {}, 0.8);
    page.ink.resize(small.total());
    for (std::size_t i = 0; i < page.ink.size(); ++i) {
        page.ink[i] = static_cast<std::uint8_t>(255 - small.data[i]);
    }
    return page;
}

double likeness(const PageFingerprint& one, const PageFingerprint& other) {
    if (std::abs(one.columns - other.columns) > 8 || std::abs(one.rows - other.rows) > 8) return 0;
    const std::vector<double> blocks = block_likenesses(one, other);
    if (blocks.empty()) return 0;
    return std::clamp(*std::ranges::min_element(blocks), 0.0, 1.0);
}

bool is_same_sheet(const PageFingerprint& one, const PageFingerprint& other) {
    return likeness(one, other) >= kSame;
}

}  // namespace motlan
