#include "kiosk/imaging/paper_tiles.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <opencv2/imgproc.hpp>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

constexpr int kSampleStep = 4;
constexpr double kPaperShare = 0.9;
constexpr double kDarkestPaper = 0.6;
// In a shadow half of a square is at least so light beside its paper, which has about the hue of
// the page's.
constexpr int kEvenPercent = 80;
constexpr double kDeepestShadow = 0.18;
constexpr double kMostTint = 0.26;
// A hand's shadow has so many squares, 29 cm²; the dark parts of a passport photo have fewer.
constexpr int kSmallestShadow = 100;
constexpr int kReach = 2;  // squares that a shadow's edge may lie away

struct Corner {
    int left = 0;
    int top = 0;
};

// What is measured of one square.
struct Tile {
    TilePaper paper{255, 255, 255};
    bool is_even = true;
    bool is_shadow = false;
};

struct Tiles {
    int columns;
    int rows;
    std::vector<Tile> tiles;

    explicit Tiles(const ImageView& page)
        : columns((page.width + kPaperTile - 1) / kPaperTile),
          rows((page.height + kPaperTile - 1) / kPaperTile) {}
    [[nodiscard]] const Tile& at(int column, int row) const {
        return tiles[static_cast<std::size_t>(row * columns + column)];
    }
};

// Adds what one channel says.
void measure(const ImageView& page, std::size_t channel, Corner corner, Tile& tile) {
    std::array<int, 256> counts{};
    int samples = 0;
    const std::size_t step = bytes_per_pixel(page.format);
    for (int y = corner.top; y < std::min(corner.top + kPaperTile, page.height); y += kSampleStep) {
        const ByteView row = page.row(y);
        for (int x = corner.left; x < std::min(corner.left + kPaperTile, page.width);
             x += kSampleStep) {
            ++counts[row[static_cast<std::size_t>(x) * step + channel]];
            ++samples;
        }
    }
    expects(samples > 0);
    int& paper = tile.paper[channel];
    int lighter = samples - 1 - static_cast<int>(double(samples - 1) * kPaperShare);
    while ((lighter -= counts[static_cast<std::size_t>(paper)]) >= 0) --paper;
    int even = 0;
    for (int level = paper * kEvenPercent / 100; level < 256; ++level)
        even += counts[static_cast<std::size_t>(level)];
    tile.is_even = tile.is_even && even * 2 >= samples;
    paper = std::max(1, paper);
}

Tiles measured(const ImageView& page) {
    Tiles all(page);
    for (int top = 0; top < page.height; top += kPaperTile) {
        for (int left = 0; left < page.width; left += kPaperTile) {
            Tile& tile = all.tiles.emplace_back();
            for (std::size_t c = 0; c < bytes_per_pixel(page.format); ++c)
                measure(page, c, {left, top}, tile);
        }
    }
    return all;
}

TilePaper usual_of(const Tiles& all) {
    expects(!all.tiles.empty());
    TilePaper usual{};
    for (std::size_t c = 0; c < usual.size(); ++c) {
        std::vector<int> levels;
        for (const Tile& tile : all.tiles) levels.push_back(tile.paper[c]);
        const auto middle = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 2);
        std::ranges::nth_element(levels, middle);
        usual[c] = *middle;
    }
    return usual;
}

bool is_shadow(const Tile& tile, const TilePaper& usual, std::size_t channels) {
    double least = 1;
    double most = 0;
    for (std::size_t c = 0; c < channels; ++c) {
        const double share = double(tile.paper[c]) / usual[c];
        least = std::min(least, share);
        most = std::max(most, share);
    }
    return tile.is_even && least < kDarkestPaper && least > kDeepestShadow &&
           most - least < kMostTint * most;
}

// A shadow's squares hang together at their sides.
void drop_small_shadows(Tiles& all) {
    cv::Mat shadows(all.rows, all.columns, CV_8U);
    std::ranges::transform(all.tiles, shadows.begin<std::uint8_t>(), &Tile::is_shadow);
    cv::Mat labels;
    cv::Mat groups;
    cv::Mat middles;
    cv::connectedComponentsWithStats(shadows, labels, groups, middles, 4, CV_32S);
    auto label = labels.begin<std::int32_t>();
    for (Tile& tile : all.tiles) {
        const bool is_small = groups.at<int>(*label++, cv::CC_STAT_AREA) < kSmallestShadow;
        tile.is_shadow = tile.is_shadow && !is_small;
    }
}

// Of the square and of the shadows among its neighbours, the darkest.
TilePaper paper_at(const Tiles& all, int column, int row, const TilePaper& usual) {
    const Tile& own = all.at(column, row);
    TilePaper paper = own.paper;
    if (!own.is_shadow) {
        for (std::size_t c = 0; c < paper.size(); ++c)
            paper[c] = std::max({1, paper[c], static_cast<int>(usual[c] * kDarkestPaper)});
    }
    for (int r = std::max(0, row - kReach); r <= std::min(all.rows - 1, row + kReach); ++r) {
        for (int k = std::max(0, column - kReach); k <= std::min(all.columns - 1, column + kReach);
             ++k) {
            const Tile& near = all.at(k, r);
            if (!near.is_shadow) continue;
            for (std::size_t c = 0; c < paper.size(); ++c)
                paper[c] = std::min(paper[c], near.paper[c]);
        }
    }
    return paper;
}

}  // namespace

std::vector<TilePaper> papers_of(const ImageView& page) {
    Tiles all = measured(page);
    const TilePaper usual = usual_of(all);
    for (Tile& tile : all.tiles)
        tile.is_shadow = is_shadow(tile, usual, bytes_per_pixel(page.format));
    drop_small_shadows(all);
    std::vector<TilePaper> papers;
    for (int row = 0; row < all.rows; ++row) {
        for (int column = 0; column < all.columns; ++column)
            papers.push_back(paper_at(all, column, row, usual));
    }
    return papers;
}

}  // namespace motlan
