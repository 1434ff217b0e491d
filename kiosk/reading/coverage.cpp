#include "kiosk/reading/coverage.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

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
// So many bytes of ink in a row of pixels, 5 mm at 300 dpi, are a ruled line; its ragged edges
// reach so many rows further.
constexpr std::size_t kRule = 8;
constexpr int kRagged = 2;
// Dotted lines are lower than print, the sides of frames narrower; a signature is higher than a
// line, short, and mostly paper.
constexpr double kLowestPrintMm = 2.1;
constexpr double kNarrowestPrintMm = 6;
constexpr double kLowestSignatureMm = 12;
constexpr double kHighestSignatureMm = 45;
constexpr double kLongestSignatureMm = 80;
constexpr double kSignatureInk = 0.3;
// A word that the recogniser is less sure of (0 to 100) explains no ink: writing by hand or across
// the lines gets such words. Of printed words one in a hundred does.
constexpr int kSureWord = 35;

// How many bytes of nothing but ink a row begins with.
std::size_t full_bytes(ByteView row) {
    std::size_t count = 0;
    while (count < row.size() && row[count] == 0xFF) ++count;
    return count;
}

// The bytes of the page that are parts of ruled lines.
std::vector<bool> ruled_bytes(ByteView bits, std::size_t row_bytes, int height) {
    std::vector<bool> ruled(bits.size());
    for (int y = 0; y < height; ++y) {
        const std::size_t start = static_cast<std::size_t>(y) * row_bytes;
        const ByteView row = bits.subspan(start, row_bytes);
        for (std::size_t i = 0; i < row_bytes; ++i) {
            const std::size_t rule = full_bytes(row.subspan(i));
            if (rule >= kRule) {
                for (int v = std::max(0, y - kRagged); v <= std::min(height - 1, y + kRagged); ++v)
                    std::fill_n(ruled.begin() + static_cast<std::ptrdiff_t>(
                                                    static_cast<std::size_t>(v) * row_bytes + i),
                                rule, true);
            }
            i += rule;
        }
    }
    return ruled;
}

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
        for (int row = 0; row < rows_; ++row) drop_short_runs(unread_, row);
    }

    /// Leaves no unread cell behind.
    double share_read(const LegiblePage& page) {
        std::ptrdiff_t lost = 0;
        std::ptrdiff_t other = 0;
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                if (!unread_[place(column, row)]) continue;
                const Group group = taken(column, row);
                (is_print(group, page.dpi) ? lost : other) += group.cells;
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
                if (group.cells < kLeastCells || !is_print(group, page.dpi)) continue;
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
        int left, right, top, bottom;
        int cells = 0;
    };

    // What hangs together may be something that nobody needs to read.
    [[nodiscard]] bool is_print(const Group& group, int dpi) const {
        const double mm = side_ * kMillimetresPerInch / dpi;
        const double wide = (group.right - group.left + 1) * mm;
        const double high = (group.bottom - group.top + 1) * mm;
        const bool is_signature = high >= kLowestSignatureMm && high <= kHighestSignatureMm &&
                                  wide <= kLongestSignatureMm &&
                                  group.cells * mm * mm < kSignatureInk * wide * high;
        return high > kLowestPrintMm && wide > kNarrowestPrintMm && !is_signature;
    }

    [[nodiscard]] std::size_t place(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    void find_print(const LegiblePage& page) {
        const auto row_bytes = static_cast<std::size_t>((page.width + 7) / 8);
        std::vector<int> ink(printed_.size());
        const std::vector<bool> ruled = ruled_bytes(page.bits, row_bytes, page.height);
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
        for (int row = 0; row < rows_; ++row) drop_short_runs(printed_, row);
    }

    void drop_short_runs(std::vector<bool>& cells, int row) const {
        for (int column = 0; column < columns_;) {
            int end = column;
            while (end < columns_ && cells[place(end, row)]) ++end;
            if (end - column < kShortestRun) {
                for (int c = column; c < end; ++c) cells[place(c, row)] = false;
            }
            column = end + 1;
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
        Group group{.left = column, .right = column, .top = row, .bottom = row};
        std::vector<std::pair<int, int>> open{{column, row}};
        unread_[place(column, row)] = false;
        while (!open.empty()) {
            const auto [c, r] = open.back();
            open.pop_back();
            ++group.cells;
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
