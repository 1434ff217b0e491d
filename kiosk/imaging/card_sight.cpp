#include "kiosk/imaging/card_sight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "kiosk/imaging/page_edges.h"
#include "kiosk/imaging/page_quad.h"
#include "kiosk/imaging/resize.h"

namespace motlan {
namespace {

constexpr int kGlance = 160;
constexpr int kLeastSide = 32;
// Grey levels that noise and the flicker of lamps do not reach in so small a picture.
constexpr int kNews = 12;
// Of the picture: less than the smallest card that is looked for.
constexpr double kLeastNews = 0.03;
constexpr int kLearning = 16;
// ISO/IEC 7810:2019, 5.1: 53.98 by 85.60 mm is 0.63; seen from the side by up to 35 degrees, either
// way.
constexpr double kLeastAspect = 0.5;
constexpr double kMostAspect = 0.78;

}  // namespace

Image card_glance(const ImageView& grey) {
    const auto is_large = [](int width, int height) {
        return std::max(width, height) >= 2 * kGlance && std::min(width, height) > 1;
    };
    if (!is_large(grey.width, grey.height)) return shrunk_to_fit(grey, kGlance, kGlance);
    Image small = halved(grey);
    while (is_large(small.width, small.height)) small = halved(small.view());
    return shrunk_to_fit(small.view(), kGlance, kGlance);
}

std::optional<CardNews> CardPlace::news_in(const ImageView& glance) const {
    CardNews news{Image(glance.width, glance.height, PixelFormat::Grey)};
    std::size_t count = 0;
    for (std::size_t i = 0; i < seen_.pixels.size(); ++i) {
        const bool is_new = std::abs(int(glance.pixels[i]) - int(seen_.pixels[i])) > kNews;
        if (is_new) news.picture.pixels[i] = glance.pixels[i];
        count += is_new ? 1U : 0U;
    }
    news.share = double(count) / double(seen_.pixels.size());
    return news.share < kLeastNews ? std::nullopt : std::optional(std::move(news));
}

double CardPlace::likeness(const ImageView& glance) const {
    double ones = 0;
    double others = 0;
    double squares = 0;
    double other_squares = 0;
    double products = 0;
    for (std::size_t i = 0; i < seen_.pixels.size(); ++i) {
        const double one = seen_.pixels[i];
        const double other = glance.pixels[i];
        ones += one;
        others += other;
        squares += one * one;
        other_squares += other * other;
        products += one * other;
    }
    const auto count = double(seen_.pixels.size());
    const double spread =
        std::sqrt((squares - ones * ones / count) * (other_squares - others * others / count));
    return spread > 0 ? (products - ones * others / count) / spread : 0;
}

void CardPlace::learn(const ImageView& glance) {
    for (std::size_t i = 0; i < seen_.pixels.size(); ++i) {
        const int difference = int(glance.pixels[i]) - int(seen_.pixels[i]);
        // At least by one level, or it would never arrive.
        const int step = (std::abs(difference) + kLearning - 1) / kLearning;
        seen_.pixels[i] =
            static_cast<std::uint8_t>(seen_.pixels[i] + (difference < 0 ? -step : step));
    }
}

std::optional<CardSight> find_card(const ImageView& news) {
    if (std::min(news.width, news.height) < kLeastSide) return std::nullopt;
    const auto sheet = find_sheet(news);
    if (!sheet) return std::nullopt;
    const PageCorners& at = sheet->corners;
    const double across = (distance(at[0], at[1]) + distance(at[2], at[3])) / 2;
    const double down = (distance(at[1], at[2]) + distance(at[3], at[0])) / 2;
    const double longer = std::max(across, down);
    const double aspect = std::min(across, down) / longer;
    const bool has_shape = aspect >= kLeastAspect && aspect <= kMostAspect;
    if (!sheet->is_cut_off && !has_shape) return std::nullopt;
    return CardSight{at, sheet->is_cut_off, longer / news.width};
}

CardSides sides_of(const PageCorners& corners) {
    CardSides sides{};
    for (std::size_t i = 0; i < 4; ++i) sides[i] = line_through(corners[i], corners[(i + 1) % 4]);
    return sides;
}

bool is_between(const CardSides& sides, PagePoint at) {
    return std::ranges::all_of(sides, [at](const PageLine& side) { return side.distance(at) > 0; });
}

CardChange change_between(const ImageView& earlier, const ImageView& now,
                          const PageCorners& corners) {
    const CardSides sides = sides_of(corners);
    double count = 0;
    double sum = 0;
    double squares = 0;
    double moved = 0;
    for (int y = 0; y < now.height; ++y) {
        const ByteView row = now.row(y);
        const ByteView before = earlier.row(y);
        for (std::size_t x = 0; x < row.size(); ++x) {
            if (!is_between(sides, {double(x) + 0.5, y + 0.5})) continue;
            const double level = row[x];
            count += 1;
            sum += level;
            squares += level * level;
            moved += std::abs(level - double(before[x]));
        }
    }
    if (count == 0) return {};
    const double mean = sum / count;
    const double print = std::sqrt(std::max(0.0, squares / count - mean * mean));
    return {print, moved / count / std::max(1.0, print)};
}

}  // namespace motlan
