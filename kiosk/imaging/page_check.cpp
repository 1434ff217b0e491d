#include "kiosk/imaging/page_check.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "kiosk/imaging/histogram.h"
#include "kiosk/imaging/resize.h"

namespace motlan {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kA4LongInches = 297 / kMillimetresPerInch;
// Word errors of recognition jump from 1 % at 150 dpi to 5 % at 100 dpi (capture design 4).
constexpr int kLeastDpi = 100;
constexpr double kLeastSideMm = 50;
// Ink is measured at 100 dpi: a short signed line gives 0.05 %, dust on the glass 0.005 %.
constexpr int kMeasuringDpi = 100;
constexpr double kLeastInk = 0.0002;
constexpr int kTile = 32;
constexpr int kMarginMm = 3;

// Pixels clearly darker than the paper around them. Paper is what nine of ten pixels of the
// tile do not exceed, so a shadow over the whole tile is no ink.
std::int64_t ink_in(const ImageView& grey, const Box& tile) {
    const Histogram bins = histogram_of(grey, tile);
    const int paper = level_at(bins, 0.9);
    const int darkest_paper = std::max(0, std::min(paper * 3 / 4, paper - 24));
    return std::accumulate(bins.begin(), bins.begin() + darkest_paper, std::int64_t{0});
}

double ink_share(const ImageView& grey, int margin) {
    std::int64_t ink = 0;
    const int right = grey.width - margin;
    const int bottom = grey.height - margin;
    for (int y = margin; y < bottom; y += kTile) {
        for (int x = margin; x < right; x += kTile) {
            ink += ink_in(grey, {x, y, std::min(kTile, right - x), std::min(kTile, bottom - y)});
        }
    }
    const double area = double(right - margin) * double(bottom - margin);
    return area > 0 ? static_cast<double>(ink) / area : 0;
}

}  // namespace

PageLook measure_page(const ImageView& grey, int dpi) {
    const int longer = std::max(grey.width, grey.height);
    const int shorter = std::min(grey.width, grey.height);
    PageLook look{
        .dpi = dpi > 0 ? dpi : std::max(1, static_cast<int>(std::lround(longer / kA4LongInches)))};
    look.short_side_mm = shorter * kMillimetresPerInch / look.dpi;
    const double scale = std::min(1.0, double(kMeasuringDpi) / look.dpi);
    const Image small = shrunk_to_fit(grey, std::max(1, static_cast<int>(grey.width * scale)),
                                      std::max(1, static_cast<int>(grey.height * scale)));
    look.ink =
        ink_share(small.view(), static_cast<int>(kMarginMm * kMeasuringDpi / kMillimetresPerInch));
    return look;
}

Result<void> check_page(const PageLook& look) {
    if (look.dpi < kLeastDpi || look.short_side_mm < kLeastSideMm) return fail(Fault::PageTooSmall);
    if (look.ink < kLeastInk) return fail(Fault::PageBlank);
    return {};
}

}  // namespace motlan
