#include "kiosk/reading/coverage.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "kiosk/core/cell_grid.h"
#include "kiosk/reading/ruled_lines.h"

namespace motlan {
namespace {

// Ink is looked at in squares of two millimetres: about a letter.
constexpr double kCellMm = 2;
// A square of print has so much ink; a speck has less, a bar, a photograph or a rule more.
constexpr double kLeastInk = 0.04;
constexpr double kMostInk = 0.6;
// So many squares side by side are a short word; a lone one is a speck or the end of a rule.
constexpr int kShortestRun = 3;
constexpr int kLeastCells = 12;
// Dots are lower than print, the sides of frames narrower. Most of the ink of a signature hangs
// together in strokes longer than letters, which lines that lie across the page do not have; it is
// higher than a line. What is longer than a signature is a rule.
constexpr double kLowestPrintMm = 2.1;
constexpr double kNarrowestPrintMm = 6;
constexpr double kLowestSignatureMm = 6;
constexpr double kHighestSignatureMm = 45;
constexpr double kLongestSignatureMm = 80;
constexpr double kLongestLetterMm = 8;
constexpr double kLeastStrokes = 0.5;
// A word that the recogniser is less sure of (0 to 100) explains no ink: writing by hand or across
// the lines gets such words. Of printed words one in a hundred does.
constexpr int kSureWord = 35;
// The shortest title, eight letters, in the smallest type of a form; how far the middle of one that
// is read in part may be from that of its page.
constexpr double kShortestTitleMm = 20;
constexpr double kOffMiddleMm = 25;

// What hangs together of the squares that were not read.
struct Group {
    CellBox box;
    std::vector<std::pair<int, int>> cells{};
};

class CellMap {
public:
    CellMap(const LegiblePage& page, const PageText& text, int least_confidence)
        : page_(page),
          side_(std::max(8, static_cast<int>(page.pixels(kCellMm)) / 8 * 8)),
          printed_((page.width + side_ - 1) / side_, (page.height + side_ - 1) / side_),
          unread_(printed_) {
        find_print();
        unread_ = printed_;
        for (const PageWord& word : text.words) {
            if (word.confidence >= least_confidence) strike(word);
        }
        drop_lone(unread_);
    }

    /// Leaves no unread cell behind.
    double share_read() {
        std::ptrdiff_t lost = 0;
        std::ptrdiff_t other = 0;
        for (const Group& group : groups()) {
            (is_print(group) ? lost : other) += std::ssize(group.cells);
        }
        const auto print = printed_.count() - other;
        return print == 0 ? 1 : 1 - static_cast<double>(lost) / static_cast<double>(print);
    }

    /// The groups of unread cells that hang together; leaves none behind.
    std::vector<ReadArea> areas() {
        std::vector<ReadArea> found;
        for (const Group& group : groups()) {
            if (std::ssize(group.cells) < kLeastCells || !is_print(group)) continue;
            const ReadArea all = area_of(group.box);
            found.push_back({all.left, all.top, std::min(all.right(), page_.width) - all.left,
                             std::min(all.bottom(), page_.height) - all.top});
        }
        return found;
    }

private:
    [[nodiscard]] ReadArea area_of(const CellBox& box) const {
        return {box.left * side_, box.top * side_, box.columns() * side_, box.rows() * side_};
    }

    // Words of a line are up to four cells apart.
    std::vector<Group> groups() {
        std::vector<Group> found;
        for (int row = 0; row < unread_.rows(); ++row) {
            for (int column = 0; column < unread_.columns(); ++column) {
                if (!unread_.at(column, row)) continue;
                Group group;
                group.box =
                    unread_.take(column, row, {.columns = 4, .rows = 2},
                                 [&group](int c, int r) { group.cells.emplace_back(c, r); });
                found.push_back(std::move(group));
            }
        }
        return found;
    }

    // What hangs together may be something that nobody needs to read.
    [[nodiscard]] bool is_print(const Group& group) const {
        const double mm = page_.millimetres(side_);
        const double wide = group.box.columns() * mm;
        const double high = group.box.rows() * mm;
        const bool is_signature = high >= kLowestSignatureMm && high <= kHighestSignatureMm &&
                                  wide <= kLongestSignatureMm &&
                                  share_of_strokes(group) > kLeastStrokes;
        return high > kLowestPrintMm && wide > kNarrowestPrintMm && !is_signature;
    }

    // How much of a group's ink hangs together in pieces longer than letters, 0 to 1.
    [[nodiscard]] double share_of_strokes(const Group& group) const {
        InkPieces pieces(page_, area_of(group.box));
        std::ptrdiff_t letters = 0;
        std::ptrdiff_t strokes = 0;
        for (const auto& [column, row] : group.cells) {
            for (const auto& [box, ink] : pieces.take(area_of({column, row, column, row}))) {
                const double mm = page_.millimetres(std::max(box.width, box.height));
                if (mm <= kLongestSignatureMm) (mm > kLongestLetterMm ? strokes : letters) += ink;
            }
        }
        return strokes == 0 ? 0 : double(strokes) / double(strokes + letters);
    }

    void find_print() {
        const int columns = printed_.columns();
        std::vector<int> ink(static_cast<std::size_t>(columns * printed_.rows()));
        const std::vector<bool> ruled = ruled_bytes(page_);
        std::size_t at = 0;
        for (int y = 0; y < page_.height; ++y) {
            int* here = &ink[static_cast<std::size_t>(y / side_ * columns)];
            for (int i = 0; i < static_cast<int>(page_.row_bytes()); ++i, ++at) {
                if (!ruled[at]) here[i * 8 / side_] += std::popcount(page_.bits[at]);
            }
        }
        const double area = double(side_) * side_;
        for (int i = 0; i < static_cast<int>(ink.size()); ++i) {
            const int here = ink[static_cast<std::size_t>(i)];
            printed_.set(i % columns, i / columns,
                         here > kLeastInk * area && here < kMostInk * area);
        }
        drop_lone(printed_);
    }

    // Leaves what has enough squares side by side, in a row or in a column.
    static void drop_lone(CellGrid& cells) {
        const CellGrid all = cells;
        const auto reach = [&all](int column, int row, int right, int down) {
            int steps = 0;
            for (int c = column + right, r = row + down;
                 steps < kShortestRun && c >= 0 && c < all.columns() && r >= 0 && r < all.rows() &&
                 all.at(c, r);
                 c += right, r += down)
                ++steps;
            return steps;
        };
        for (int row = 0; row < all.rows(); ++row) {
            for (int column = 0; column < all.columns(); ++column) {
                if (!all.at(column, row)) continue;
                const int across = reach(column, row, -1, 0) + 1 + reach(column, row, 1, 0);
                const int along = reach(column, row, 0, -1) + 1 + reach(column, row, 0, 1);
                if (std::max(across, along) < kShortestRun) cells.set(column, row, false);
            }
        }
    }

    // Letters lean over their word's box a little.
    void strike(const PageWord& word) {
        const int slack = side_ / 2;
        for (int row = std::max(0, (word.top - slack) / side_);
             row <= std::min(unread_.rows() - 1, (word.top + word.height + slack) / side_); ++row) {
            for (int column = std::max(0, (word.left - slack) / side_);
                 column <=
                 std::min(unread_.columns() - 1, (word.left + word.width + slack) / side_);
                 ++column) {
                unread_.set(column, row, false);
            }
        }
    }

    const LegiblePage& page_;
    int side_;
    CellGrid printed_;
    CellGrid unread_;
};

}  // namespace

std::vector<ReadArea> unread_areas(const LegiblePage& page, const PageText& text) {
    return CellMap(page, text, 0).areas();
}

double read_share(const LegiblePage& page, const PageText& text) {
    return CellMap(page, text, kSureWord).share_read();
}

bool is_heading_unread(const LegiblePage& page, const PageText& text) {
    const auto areas = unread_areas(page, text);
    return std::ranges::any_of(areas, [&](const ReadArea& area) {
        if (area.bottom() > page.height / 2) return false;
        int left = area.left;
        int right = area.right();
        int unread = 0;
        for (const ReadArea& other : areas) {
            if (other.top >= area.bottom() || other.bottom() <= area.top) continue;
            left = std::min(left, other.left);
            right = std::max(right, other.right());
            unread += other.width;
        }
        return page.millimetres(unread) >= kShortestTitleMm &&
               std::abs(page.millimetres(left + right - page.width)) <= 2 * kOffMiddleMm;
    });
}

}  // namespace motlan
