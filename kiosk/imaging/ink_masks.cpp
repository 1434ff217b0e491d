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
// A pixel that is nearer to the threshold than this part of the way to paper is in doubt: a letter
// looks the same with it and without it. In the smallest marks that is true of fewer: with half
// of it, tesseract took three times as many of them for others.
constexpr double kDoubt = 0.6;
constexpr double kDoubtInMarks = 0.25;
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

// Tells the pixels of a page apart, 32 at a time.
class Judge {
public:
    explicit Judge(const PaperLevel& paper)
        : paper_(paper), tiles_(paper.level), hues_(hues_of(paper)) {
        const auto counts = counts_of(paper.level, tiles_);
        thresholds_ = thresholds_of(counts, tiles_);
        pictures_ = pictures_of(counts, tiles_);
    }

    void split(InkMasks& ink) {
        const ImageView level = paper_.level.view();
        for (int y = 0; y < level.height; ++y) {
            for (int x = 0; x < level.width; x += BitMask::kWordBits) {
                const auto width =
                    static_cast<std::size_t>(std::min(BitMask::kWordBits, level.width - x));
                if (!is_light(level.row(y).subspan(static_cast<std::size_t>(x), width)))
                    split_word(x, y, ink);
            }
        }
        ink.pictures = std::move(pictures_);
        ink.tile_columns = tiles_.columns;
    }

private:
    static bool is_light(ByteView levels) {
        std::uint8_t darkest = 255;
        for (const std::uint8_t level : levels) darkest = std::min(darkest, level);
        return darkest >= kLightestTone;
    }

    void split_word(int left, int y, InkMasks& ink) const {
        const std::size_t tile = tiles_.place(left / kInkTile, y / kInkTile);
        if (pictures_[tile]) return;
        const int threshold = thresholds_[tile];
        const int doubt = static_cast<int>((255 - threshold) * kDoubt);
        const int doubt_in_marks = static_cast<int>((255 - threshold) * kDoubtInMarks);
        const ByteView levels = paper_.level.view().row(y);
        for (int x = left; x < std::min(left + BitMask::kWordBits, paper_.level.width); ++x) {
            const int level = levels[static_cast<std::size_t>(x)];
            if (level >= threshold + doubt) continue;
            if (is_coloured(x, y, level)) {
                if (level < threshold) ink.colour.set(x, y);
                continue;
            }
            if (level < threshold) ink.print.set(x, y);
            const int distance = std::abs(level - threshold);
            if (distance <= doubt) ink.doubtful.set(x, y);
            if (distance <= doubt_in_marks) ink.undecided.set(x, y);
        }
    }

    [[nodiscard]] bool is_coloured(int x, int y, int level) const {
        return !paper_.chroma.pixels.empty() && hues_[paper_.block_at(x, y)] &&
               has_chroma(paper_.chroma.view().row(y)[static_cast<std::size_t>(x)], level);
    }

    const PaperLevel& paper_;
    Tiles tiles_;
    std::vector<bool> hues_;
    std::vector<int> thresholds_;
    std::vector<bool> pictures_;
};

}  // namespace

InkMasks split_ink(const ImageView& page) {
    PaperLevel paper = relate_to_paper(page);
    const BitMask none(page.width, page.height);
    InkMasks ink{.print = none,
                 .colour = none,
                 .doubtful = none,
                 .undecided = none,
                 .level = {},
                 .pictures = {}};
    Judge(paper).split(ink);
    ink.level = std::move(paper.level);
    return ink;
}

}  // namespace motlan
