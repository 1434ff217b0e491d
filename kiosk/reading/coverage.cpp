#include "kiosk/reading/coverage.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

#include "kiosk/reading/ruled_lines.h"

namespace motlan {
namespace {

constexpr double kMillimetresPerInch = 25.4;
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

class CellMap {
public:
    CellMap(const LegiblePage& page, const PageText& text, int least_confidence)
        : side_(std::max(8, static_cast<int>(kCellMm * page.dpi / kMillimetresPerInch) / 8 * 8)),
          columns_((page.width + side_ - 1) / side_),
          rows_((page.height + side_ - 1) / side_),
          printed_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
          unread_(printed_.size()) {
        find_print(page);
        for (std::size_t i = 0; i < printed_.size(); ++i) unread_[i] = printed_[i];
        for (const PageWord& word : text.words) {
            if (word.confidence >= least_confidence) strike(word);
        }
        drop_lone(unread_);
    }

    /// Leaves no unread cell behind.
    double share_read(const LegiblePage& page) {
        std::ptrdiff_t lost = 0;
        std::ptrdiff_t other = 0;
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                if (!unread_[place(column, row)]) continue;
                const Group group = taken(column, row);
                (is_print(group, page) ? lost : other) += std::ssize(group.cells);
            }
        }
        const auto print = std::ranges::count(printed_, true) - other;
        return print == 0 ? 1 : 1 - static_cast<double>(lost) / static_cast<double>(print);
    }

    /// The groups of unread cells that hang together; leaves none behind.
    std::vector<ReadArea> areas(const LegiblePage& page) {
        std::vector<ReadArea> found;
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                if (!unread_[place(column, row)]) continue;
                const Group group = taken(column, row);
                if (std::ssize(group.cells) < kLeastCells || !is_print(group, page)) continue;
                const int left = group.left * side_;
                const int top = group.top * side_;
                found.push_back({left, top, std::min((group.right + 1) * side_, page.width) - left,
                                 std::min((group.bottom + 1) * side_, page.height) - top});
            }
        }
        return found;
    }

private:
    struct Group {
        int left, right, top, bottom;  ///< the outermost cells
        std::vector<std::pair<int, int>> cells;
    };

    // What hangs together may be something that nobody needs to read.
    [[nodiscard]] bool is_print(const Group& group, const LegiblePage& page) const {
        const double mm = side_ * kMillimetresPerInch / page.dpi;
        const double wide = (group.right - group.left + 1) * mm;
        const double high = (group.bottom - group.top + 1) * mm;
        const bool is_signature = high >= kLowestSignatureMm && high <= kHighestSignatureMm &&
                                  wide <= kLongestSignatureMm &&
                                  share_of_strokes(group, page) > kLeastStrokes;
        return high > kLowestPrintMm && wide > kNarrowestPrintMm && !is_signature;
    }

    // How much of a group's ink hangs together in pieces longer than letters, 0 to 1.
    [[nodiscard]] double share_of_strokes(const Group& group, const LegiblePage& page) const {
        InkPieces pieces(
            page, {group.left * side_, group.top * side_, (group.right - group.left + 1) * side_,
                   (group.bottom - group.top + 1) * side_});
        std::ptrdiff_t letters = 0;
        std::ptrdiff_t strokes = 0;
        for (const auto& [column, row] : group.cells) {
            for (const auto& [box, ink] :
                 pieces.take({column * side_, row * side_, side_, side_})) {
                const double mm = std::max(box.width, box.height) * kMillimetresPerInch / page.dpi;
                if (mm <= kLongestSignatureMm) (mm > kLongestLetterMm ? strokes : letters) += ink;
            }
        }
        return strokes == 0 ? 0 : double(strokes) / double(strokes + letters);
    }

    [[nodiscard]] std::size_t place(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    void find_print(const LegiblePage& page) {
        const auto row_bytes = static_cast<std::size_t>((page.width + 7) / 8);
        std::vector<int> ink(printed_.size());
        const std::vector<bool> ruled = ruled_bytes(page);
        for (int y = 0; y < page.height; ++y) {
            for (std::size_t i = 0; i < row_bytes; ++i) {
                const std::size_t at = static_cast<std::size_t>(y) * row_bytes + i;
                if (ruled[at]) continue;
                ink[place(static_cast<int>(i) * 8 / side_, y / side_)] +=
                    std::popcount(page.bits[at]);
            }
        }
        const double area = double(side_) * side_;
        for (std::size_t i = 0; i < ink.size(); ++i) {
            printed_[i] = ink[i] > kLeastInk * area && ink[i] < kMostInk * area;
        }
        drop_lone(printed_);
    }

    // Leaves what has enough squares side by side, in a row or in a column.
    void drop_lone(std::vector<bool>& cells) const {
        const std::vector<bool> all = cells;
        const auto reach = [&](int column, int row, int right, int down) {
            int steps = 0;
            for (int c = column + right, r = row + down;
                 c >= 0 && c < columns_ && r >= 0 && r < rows_ && all[place(c, r)];
                 c += right, r += down)
                ++steps;
            return steps;
        };
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                const int across = reach(column, row, -1, 0) + 1 + reach(column, row, 1, 0);
                const int along = reach(column, row, 0, -1) + 1 + reach(column, row, 0, 1);
                if (std::max(across, along) < kShortestRun) cells[place(column, row)] = false;
            }
        }
    }

    // Letters lean over their word's box a little.
    void strike(const PageWord& word) {
        const int slack = side_ / 2;
        for (int row = std::max(0, (word.top - slack) / side_);
             row <= std::min(rows_ - 1, (word.top + word.height + slack) / side_); ++row) {
            for (int column = std::max(0, (word.left - slack) / side_);
                 column <= std::min(columns_ - 1, (word.left + word.width + slack) / side_);
                 ++column) {
                unread_[place(column, row)] = false;
            }
        }
    }

    // Words of a line are up to four cells apart.
    Group taken(int column, int row) {
        Group group{.left = column, .right = column, .top = row, .bottom = row, .cells = {}};
        std::vector<std::pair<int, int>> open{{column, row}};
        unread_[place(column, row)] = false;
        while (!open.empty()) {
            const auto [c, r] = open.back();
            open.pop_back();
            group.cells.emplace_back(c, r);
            group.left = std::min(group.left, c);
            group.right = std::max(group.right, c);
            group.top = std::min(group.top, r);
            group.bottom = std::max(group.bottom, r);
            for (int v = std::max(0, r - 2); v <= std::min(rows_ - 1, r + 2); ++v) {
                for (int u = std::max(0, c - 4); u <= std::min(columns_ - 1, c + 4); ++u) {
                    if (!unread_[place(u, v)]) continue;
                    unread_[place(u, v)] = false;
                    open.emplace_back(u, v);
                }
            }
        }
        return group;
    }

    int side_;
    int columns_;
    int rows_;
    std::vector<bool> printed_;
    std::vector<bool> unread_;
};

}  // namespace

std::vector<ReadArea> unread_areas(const LegiblePage& page, const PageText& text) {
    return CellMap(page, text, 0).areas(page);
}

double read_share(const LegiblePage& page, const PageText& text) {
    return CellMap(page, text, kSureWord).share_read(page);
}

}  // namespace motlan
