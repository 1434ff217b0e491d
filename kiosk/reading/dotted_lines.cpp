#include "kiosk/reading/dotted_lines.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "kiosk/reading/ink_pieces.h"

namespace motlan {
namespace {

constexpr double kLargestDotMm = 0.9;
constexpr double kWidestGapMm = 3;
constexpr double kUnevenMm = 0.25;
// An ellipsis has three, the dots of tones are never so many side by side.
constexpr std::size_t kShortestRow = 8;
// A form full of dotted lines has 7,000 dots; a printed picture has so many that looking for rows
// among them would take minutes, and none.
constexpr std::size_t kMostDots = 30'000;

// The dots of a page from left to right.
std::vector<ReadArea> dots_of(const LegiblePage& page) {
    const double largest = page.pixels(kLargestDotMm);
    const ReadArea whole{0, 0, page.width, page.height};
    std::vector<ReadArea> dots;
    for (const auto& piece : InkPieces(page, whole).take(whole)) {
        if (std::max(piece.box.width, piece.box.height) <= largest) dots.push_back(piece.box);
    }
    std::ranges::sort(dots, {}, &ReadArea::left);
    return dots;
}

// What of the dots behind the first goes on in its row, with it. Dots of other rows lie between.
std::vector<std::size_t> row_from(const std::vector<ReadArea>& dots, std::size_t first,
                                  const LegiblePage& page) {
    const double gap = page.pixels(kWidestGapMm);
    const double uneven = page.pixels(kUnevenMm);
    std::vector<std::size_t> row{first};
    for (std::size_t i = first + 1; i < dots.size(); ++i) {
        const ReadArea& last = dots[row.back()];
        if (dots[i].left - last.right() > gap) break;
        const int lower = dots[i].top + dots[i].bottom() - last.top - last.bottom();
        if (dots[i].left >= last.right() && std::abs(lower) <= 2 * uneven) row.push_back(i);
    }
    return row;
}

void erase(Bytes& bits, std::size_t row_bytes, const ReadArea& dot) {
    for (int y = dot.top; y < dot.bottom(); ++y) {
        for (auto x = static_cast<unsigned>(dot.left); x < static_cast<unsigned>(dot.right());
             ++x) {
            bits[static_cast<std::size_t>(y) * row_bytes + x / 8] &=
                static_cast<std::uint8_t>(~(0x80U >> x % 8));
        }
    }
}

}  // namespace

Bytes without_dotted_lines(const LegiblePage& page) {
    Bytes bits(page.bits.begin(), page.bits.end());
    const std::vector<ReadArea> dots = dots_of(page);
    if (dots.size() > kMostDots) return bits;
    std::vector<bool> is_done(dots.size());
    for (std::size_t i = 0; i < dots.size(); ++i) {
        if (is_done[i]) continue;
        const std::vector<std::size_t> row = row_from(dots, i, page);
        if (row.size() < kShortestRow) continue;
        for (const std::size_t dot : row) {
            is_done[dot] = true;
            erase(bits, page.row_bytes(), dots[dot]);
        }
    }
    return bits;
}

}  // namespace motlan
