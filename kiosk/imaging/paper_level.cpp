#include "kiosk/imaging/paper_level.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/paper_tiles.h"

namespace motlan {
namespace {

constexpr int kTile = kPaperTile;
constexpr int kInk = 190;  // darker counts for the colour of a block
// What is lighter than this share of its paper, in 255ths, is nothing but paper.
constexpr std::uint32_t kSurelyPaper = 235;
constexpr std::uint32_t kHalf = 1U << 15U;

struct Corner {
    int left = 0;
    int top = 0;
};

// By what each channel of a tile is multiplied so that its paper is 255, with 16 bits behind the
// point.
using Scale = std::array<std::uint32_t, 3>;

std::vector<Scale> scales_of(const ImageView& page) {
    std::vector<Scale> scales;
    for (const TilePaper& paper : papers_of(page)) {
        Scale& scale = scales.emplace_back();
        for (std::size_t c = 0; c < scale.size(); ++c)
            scale[c] = (255U << 16U) / static_cast<std::uint32_t>(paper[c]);
    }
    return scales;
}

int scaled(std::uint8_t value, std::uint32_t scale) {
    return static_cast<int>(std::min(255U, (value * scale + kHalf) >> 16U));
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

// A row of a tile: whether all of it is paper.
bool is_paper(ByteView pixels, std::uint32_t scale) {
    std::uint8_t darkest = 255;
    for (const std::uint8_t value : pixels) darkest = std::min(darkest, value);
    return darkest * scale >= kSurelyPaper << 16U;
}

// The pixels of one row of a tile, of which some are darker than paper.
void relate(const ImageView& page, const Scale& scale, Corner row, PaperLevel& paper) {
    const auto [left, y] = row;
    const std::size_t step = bytes_per_pixel(page.format);
    const std::uint8_t* from = page.row(y).data() + static_cast<std::size_t>(left) * step;
    const std::size_t place = static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) +
                              static_cast<std::size_t>(left);
    const auto width = static_cast<std::size_t>(std::min(kTile, page.width - left));
    if (step == 1) {
        for (std::size_t i = 0; i < width; ++i)
            paper.level.pixels[place + i] = static_cast<std::uint8_t>(scaled(from[i], scale[0]));
        return;
    }
    for (std::size_t i = 0; i < width; ++i, from += 3) {
        const int red = scaled(from[0], scale[0]);
        const int green = scaled(from[1], scale[1]);
        const int blue = scaled(from[2], scale[2]);
        const int darkest = std::min({red, green, blue});
        paper.level.pixels[place + i] = static_cast<std::uint8_t>(darkest);
        paper.chroma.pixels[place + i] =
            static_cast<std::uint8_t>(std::max({red, green, blue}) - darkest);
        if (darkest < kInk)
            paper.blocks[paper.block_at(left + static_cast<int>(i), y)] +=
                {red - green, blue - green, 1};
    }
}

PaperLevel white(const ImageView& page) {
    PaperLevel paper;
    paper.level = Image(page.width, page.height, PixelFormat::Grey);
    std::ranges::fill(paper.level.pixels, std::uint8_t{255});
    if (page.format == PixelFormat::Grey) return paper;
    paper.chroma = Image(page.width, page.height, PixelFormat::Grey);
    paper.block_columns = (page.width + PaperLevel::kBlock - 1) / PaperLevel::kBlock;
    paper.block_rows = (page.height + PaperLevel::kBlock - 1) / PaperLevel::kBlock;
    paper.blocks.resize(static_cast<std::size_t>(paper.block_columns) *
                        static_cast<std::size_t>(paper.block_rows));
    return paper;
}

}  // namespace

PaperLevel relate_to_paper(const ImageView& page) {
    expects(page.format == PixelFormat::Grey || page.format == PixelFormat::Rgb);
    const std::vector<Scale> scales = scales_of(page);
    PaperLevel paper = white(page);
    const std::size_t step = bytes_per_pixel(page.format);
    const int columns = (page.width + kTile - 1) / kTile;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; x += kTile) {
            const Scale& scale = scales[static_cast<std::size_t>(y / kTile * columns + x / kTile)];
            const auto width = static_cast<std::size_t>(std::min(kTile, page.width - x));
            const ByteView pixels =
                page.row(y).subspan(static_cast<std::size_t>(x) * step, width * step);
            const std::uint32_t least = step == 1 ? scale[0] : std::ranges::min(scale);
            if (!is_paper(pixels, least)) relate(page, scale, {x, y}, paper);
        }
    }
    smooth(paper.level);
    return paper;
}

}  // namespace motlan
