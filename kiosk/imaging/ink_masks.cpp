#include "kiosk/imaging/ink_masks.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "kiosk/imaging/paper_level.h"

namespace motlan {
namespace {

// Shares of the paper's level, in 255ths. Ink is darker than half way between the paper and the
// darkest ink around, within these bounds, so that faint print is kept and black print stays thin.
constexpr int kThresholdOfBlack = 150;
constexpr int kThresholdOfFaint = 205;
constexpr int kFaintest = 190;
// The darkest ink around is what this share of the pixels does not exceed: a short word has it.
constexpr double kDarkShare = 0.003;
// Tones between ink and paper; a square with more of them than text can have is a picture.
constexpr int kDarkestTone = 70;
constexpr int kLightestTone = 225;
constexpr double kPictureShare = 0.55;
constexpr int kPictureSquares = 5;  // of the nine around
// Colour: the channels are that far apart, absolutely and as a share of the ink's darkness.
constexpr int kLeastChroma = 45;
constexpr int kLeastChromaPercent = 30;
// Fringes of black print have opposite colours left and right, so their mean over the
// neighbourhood has none.
constexpr int kLeastHue = 30;

struct Tiles {
    int columns = 0;
    int rows = 0;

    explicit Tiles(const Image& level)
        : columns((level.width + kInkTile - 1) / kInkTile),
          rows((level.height + kInkTile - 1) / kInkTile) {}
    [[nodiscard]] std::size_t place(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    }
    [[nodiscard]] std::size_t count() const { return place(0, rows); }

    /// Calls `look` with the place of each existing tile among the nine around this one.
    template <typename Look>
    void around(int column, int row, const Look& look) const {
        for (int r = std::max(0, row - 1); r <= std::min(rows - 1, row + 1); ++r) {
            for (int c = std::max(0, column - 1); c <= std::min(columns - 1, column + 1); ++c) {
                look(place(c, r));
            }
        }
    }
};

using Counts = std::array<int, 256>;

std::vector<Counts> counts_of(const Image& level, const Tiles& tiles) {
    std::vector<Counts> counts(tiles.count());
    for (int y = 0; y < level.height; y += 2) {
        const ByteView row = level.view().row(y);
        for (int x = 0; x < level.width; x += 2) {
            ++counts[tiles.place(x / kInkTile, y / kInkTile)][row[static_cast<std::size_t>(x)]];
        }
    }
    return counts;
}

int threshold_of(const Counts& counts) {
    int total = 0;
    for (const int count : counts) total += count;
    const int wanted = static_cast<int>(total * kDarkShare);
    int dark = 0;
    for (int sum = counts[0]; sum <= wanted && dark < 255;
         sum += counts[static_cast<std::size_t>(dark)])
        ++dark;
    if (dark > kFaintest) return kThresholdOfBlack;
    return std::clamp((255 + dark) / 2, kThresholdOfBlack, kThresholdOfFaint);
}

std::vector<int> thresholds_of(const std::vector<Counts>& counts, const Tiles& tiles) {
    std::vector<int> thresholds;
    for (int row = 0; row < tiles.rows; ++row) {
        for (int column = 0; column < tiles.columns; ++column) {
            Counts sum{};
            tiles.around(column, row, [&](std::size_t tile) {
                for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += counts[tile][i];
            });
            thresholds.push_back(threshold_of(sum));
        }
    }
    return thresholds;
}

bool is_toned(const Counts& counts) {
    int total = 0;
    int toned = 0;
    for (int level = 0; level < 256; ++level) {
        const int count = counts[static_cast<std::size_t>(level)];
        total += count;
        if (level > kDarkestTone && level < kLightestTone) toned += count;
    }
    return toned > total * kPictureShare;
}

std::vector<bool> pictures_of(const std::vector<Counts>& counts, const Tiles& tiles) {
    std::vector<bool> pictures;
    for (int row = 0; row < tiles.rows; ++row) {
        for (int column = 0; column < tiles.columns; ++column) {
            int toned = 0;
            tiles.around(column, row,
                         [&](std::size_t tile) { toned += is_toned(counts[tile]) ? 1 : 0; });
            pictures.push_back(toned >= kPictureSquares);
        }
    }
    return pictures;
}

// Of the block and its neighbours.
InkColour colour_around(const PaperLevel& paper, int column, int row) {
    InkColour sum;
    const int last_row = std::min(paper.block_rows - 1, row + 1);
    const int last_column = std::min(paper.block_columns - 1, column + 1);
    for (int r = std::max(0, row - 1); r <= last_row; ++r) {
        for (int c = std::max(0, column - 1); c <= last_column; ++c) sum += paper.block(c, r);
    }
    return sum;
}

// Whether the ink around a block has a colour of its own.
std::vector<bool> hues_of(const PaperLevel& paper) {
    std::vector<bool> hues;
    for (int row = 0; row < paper.block_rows; ++row) {
        for (int column = 0; column < paper.block_columns; ++column) {
            const InkColour sum = colour_around(paper, column, row);
            const int strongest = std::max(std::abs(sum.red), std::abs(sum.blue));
            hues.push_back(sum.pixels > 0 && strongest > kLeastHue * sum.pixels);
        }
    }
    return hues;
}

bool has_chroma(int chroma, int level) {
    return chroma > kLeastChroma && chroma * 100 > kLeastChromaPercent * (255 - level);
}

}  // namespace

InkMasks split_ink(const ImageView& page) {
    PaperLevel paper = relate_to_paper(page);
    const Tiles tiles(paper.level);
    const auto counts = counts_of(paper.level, tiles);
    const auto thresholds = thresholds_of(counts, tiles);
    InkMasks ink{.print = BitMask(page.width, page.height),
                 .colour = BitMask(page.width, page.height),
                 .level = {},
                 .pictures = pictures_of(counts, tiles),
                 .tile_columns = tiles.columns};
    const auto hues = hues_of(paper);
    for (int y = 0; y < page.height; ++y) {
        const ByteView level = paper.level.view().row(y);
        for (int x = 0; x < page.width; ++x) {
            const std::size_t tile = tiles.place(x / kInkTile, y / kInkTile);
            const int dark = level[static_cast<std::size_t>(x)];
            if (dark >= thresholds[tile] || ink.pictures[tile]) continue;
            const bool is_coloured =
                !paper.chroma.pixels.empty() && hues[paper.block_at(x, y)] &&
                has_chroma(paper.chroma.view().row(y)[static_cast<std::size_t>(x)], dark);
            (is_coloured ? ink.colour : ink.print).set(x, y);
        }
    }
    ink.level = std::move(paper.level);
    return ink;
}

}  // namespace motlan
