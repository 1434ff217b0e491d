#include "kiosk/imaging/paper_level.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

constexpr int kTile = 64;
constexpr int kSampleStep = 4;
constexpr double kPaperShare = 0.9;
constexpr double kDarkestPaper = 0.6;
constexpr int kInk = 190;  // darker counts for the colour of a block

using Scale = std::array<std::uint8_t, 256>;

struct Corner {
    int left = 0;
    int top = 0;
};

// One channel's paper level within a tile.
int paper_at(const ImageView& page, std::size_t channel, Corner tile) {
    std::vector<std::uint8_t> samples;
    const std::size_t step = bytes_per_pixel(page.format);
    for (int y = tile.top; y < std::min(tile.top + kTile, page.height); y += kSampleStep) {
        const ByteView row = page.row(y);
        for (int x = tile.left; x < std::min(tile.left + kTile, page.width); x += kSampleStep) {
            samples.push_back(row[static_cast<std::size_t>(x) * step + channel]);
        }
    }
    expects(!samples.empty());
    const auto at =
        samples.begin() + static_cast<std::ptrdiff_t>(double(samples.size() - 1) * kPaperShare);
    std::ranges::nth_element(samples, at);
    return *at;
}

// One channel's paper level for each tile, row by row.
std::vector<int> paper_of(const ImageView& page, std::size_t channel) {
    std::vector<int> papers;
    for (int top = 0; top < page.height; top += kTile) {
        for (int left = 0; left < page.width; left += kTile) {
            papers.push_back(paper_at(page, channel, {left, top}));
        }
    }
    return papers;
}

// A scale for each tile that makes its paper 255.
std::vector<Scale> scales_of(const ImageView& page, std::size_t channel) {
    std::vector<int> papers = paper_of(page, channel);
    std::vector<int> sorted = papers;
    expects(!sorted.empty());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    const int darkest = std::max(1, static_cast<int>(*middle * kDarkestPaper));
    std::vector<Scale> scales;
    for (const int paper : papers) {
        Scale& scale = scales.emplace_back();
        for (int value = 0; value < 256; ++value) {
            scale[static_cast<std::size_t>(value)] =
                static_cast<std::uint8_t>(std::min(255, value * 255 / std::max(paper, darkest)));
        }
    }
    return scales;
}

// One two one, along a row or over three rows.
std::uint8_t blend(int before, int here, int after) {
    return static_cast<std::uint8_t>((before + 2 * here + after + 2) / 4);
}

// Noise of single pixels would make edges ragged, which costs bytes and looks worse.
void smooth(Image& grey) {
    const auto width = static_cast<std::size_t>(grey.width);
    Bytes above(width);
    Bytes row(width);
    for (int y = 0; y < grey.height; ++y) {
        std::uint8_t* here = grey.pixels.data() + static_cast<std::size_t>(y) * width;
        const std::uint8_t* below = y + 1 < grey.height ? here + width : here;
        if (y == 0) std::copy_n(here, width, above.begin());
        for (std::size_t x = 0; x < width; ++x) row[x] = blend(above[x], here[x], below[x]);
        std::copy_n(here, width, above.begin());
        for (std::size_t x = 1; x + 1 < width; ++x) here[x] = blend(row[x - 1], row[x], row[x + 1]);
        here[0] = row[0];
        here[width - 1] = row[width - 1];
    }
}

PaperLevel of_grey(const ImageView& page) {
    const auto scales = scales_of(page, 0);
    PaperLevel paper;
    paper.level = Image(page.width, page.height, PixelFormat::Grey);
    const int columns = (page.width + kTile - 1) / kTile;
    std::uint8_t* out = paper.level.pixels.data();
    for (int y = 0; y < page.height; ++y) {
        const ByteView row = page.row(y);
        for (int x = 0; x < page.width; ++x) {
            const auto tile = static_cast<std::size_t>(y / kTile * columns + x / kTile);
            *out++ = scales[tile][row[static_cast<std::size_t>(x)]];
        }
    }
    return paper;
}

struct ColourScales {
    std::vector<Scale> red;
    std::vector<Scale> green;
    std::vector<Scale> blue;
};

// The pixels of one row of a tile.
void relate(const ImageView& page, const ColourScales& scales, Corner row, PaperLevel& paper) {
    const auto [left, y] = row;
    const int columns = (page.width + kTile - 1) / kTile;
    const auto tile = static_cast<std::size_t>(y / kTile * columns + left / kTile);
    const std::uint8_t* from = page.row(y).data() + static_cast<std::size_t>(left) * 3;
    const std::size_t place = static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) +
                              static_cast<std::size_t>(left);
    const int right = std::min(left + kTile, page.width);
    for (int x = left; x < right; ++x, from += 3) {
        const int red = scales.red[tile][from[0]];
        const int green = scales.green[tile][from[1]];
        const int blue = scales.blue[tile][from[2]];
        const int darkest = std::min({red, green, blue});
        const std::size_t to = place + static_cast<std::size_t>(x - left);
        paper.level.pixels[to] = static_cast<std::uint8_t>(darkest);
        paper.chroma.pixels[to] = static_cast<std::uint8_t>(std::max({red, green, blue}) - darkest);
        if (darkest < kInk) paper.blocks[paper.block_at(x, y)] += {red - green, blue - green, 1};
    }
}

}  // namespace

PaperLevel relate_to_paper(const ImageView& page) {
    expects(page.format == PixelFormat::Grey || page.format == PixelFormat::Rgb);
    if (page.format == PixelFormat::Grey) {
        PaperLevel grey = of_grey(page);
        smooth(grey.level);
        return grey;
    }
    const ColourScales scales{scales_of(page, 0), scales_of(page, 1), scales_of(page, 2)};
    PaperLevel paper;
    paper.level = Image(page.width, page.height, PixelFormat::Grey);
    paper.chroma = Image(page.width, page.height, PixelFormat::Grey);
    paper.block_columns = (page.width + PaperLevel::kBlock - 1) / PaperLevel::kBlock;
    paper.block_rows = (page.height + PaperLevel::kBlock - 1) / PaperLevel::kBlock;
    paper.blocks.resize(static_cast<std::size_t>(paper.block_columns) *
                        static_cast<std::size_t>(paper.block_rows));
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; x += kTile) relate(page, scales, {x, y}, paper);
    }
    smooth(paper.level);
    return paper;
}

}  // namespace motlan
