#include "kiosk/imaging/ink_costs.h"

#include <algorithm>
#include <cmath>

namespace motlan {
namespace {

constexpr std::size_t kWide = BitMask::kWordBits;
constexpr std::size_t kPatterns = 1U << 17U;
constexpr double kUnseen = 0.4;

// A pixel and the sixteen by which the coder guesses it (T.88, 6.2.5.3, template 0).
std::size_t pattern(const InkWindow& window, int right, std::size_t row) {
    const auto bit = static_cast<unsigned>(InkWindow::kOwnBit - right);
    return (window.rows[row - 2] >> (bit - 2) & 31U) << 12U |
           (window.rows[row - 1] >> (bit - 3) & 127U) << 5U | (window.rows[row] >> bit & 31U);
}

}  // namespace

InkSheet::InkSheet(const BitMask& mask)
    : stride_(mask.row_words() + 2),
      words_(stride_ * (static_cast<std::size_t>(mask.height) + InkWindow::kRows)) {
    const auto wide = static_cast<std::ptrdiff_t>(mask.row_words());
    for (int y = 0; y < mask.height; ++y) {
        std::copy_n(mask.words.begin() + y * wide, wide,
                    words_.begin() + static_cast<std::ptrdiff_t>(start_of(y)));
    }
}

InkWindow InkSheet::around(int x, int y) const {
    const std::size_t from = static_cast<std::size_t>(x) + kWide - 1 - InkWindow::kOwnBit;
    const std::uint32_t* row = words_.data() + static_cast<std::size_t>(y) * stride_ + from / kWide;
    InkWindow window;
    for (std::uint32_t& out : window.rows) {
        const std::uint64_t both = std::uint64_t{row[0]} << 32U | row[1];
        out = static_cast<std::uint32_t>(both >> (kWide - from % kWide));
        row += stride_;
    }
    return window;
}

bool InkSheet::is_white(std::size_t word, int y) const {
    std::uint32_t any = 0;
    for (int row = y - 2; row <= y; ++row) {
        const std::uint32_t* at = words_.data() + start_of(row) - 1 + word;
        any |= at[0] | at[1] | at[2];
    }
    return any == 0;
}

int InkSheet::height() const {
    return static_cast<int>(words_.size() / stride_ - InkWindow::kRows);
}

void InkSheet::flip_at(int x, int y) {
    words_[start_of(y) + static_cast<std::size_t>(x) / kWide] ^=
        0x80000000U >> (static_cast<unsigned>(x) % kWide);
}

void InkSheet::copy_to(BitMask& mask) const {
    const auto wide = static_cast<std::ptrdiff_t>(mask.row_words());
    for (int y = 0; y < mask.height; ++y) {
        std::copy_n(words_.begin() + static_cast<std::ptrdiff_t>(start_of(y)), wide,
                    mask.words.begin() + y * wide);
    }
}

std::size_t InkSheet::start_of(int y) const {
    return (static_cast<std::size_t>(y) + InkWindow::kOwnRow) * stride_ + 1;
}

InkCosts::InkCosts() : costs_(kPatterns) {}

InkCosts::InkCosts(const InkSheet& sheet) : InkCosts() {
    std::vector<int> counts(kPatterns);
    for (int y = 0; y < sheet.height(); ++y) {
        for (std::size_t word = 0; word < sheet.row_words(); ++word) {
            if (sheet.is_white(word, y)) {
                counts[0] += int{kWide};
                continue;
            }
            for (int half = 0; half < BitMask::kWordBits; half += BitMask::kWordBits / 2) {
                const auto left = static_cast<int>(word * kWide) + half;
                const InkWindow window = sheet.around(left + 8, y);
                for (int x = -8; x < 8; ++x) ++counts[pattern(window, x, InkWindow::kOwnRow)];
            }
        }
    }
    for (std::size_t i = 0; i < kPatterns; i += 2) weigh(counts[i], counts[i + 1], i);
}

InkCosts::Flip InkCosts::flip(const InkWindow& window, InkStep step) const {
    Flip flip;
    const auto add = [&](int right, std::size_t row, unsigned place) {
        const std::size_t now = pattern(window, step.right + right, row);
        const int cost = costs_[now];
        flip.before += cost;
        flip.saved += cost - costs_[now ^ std::size_t{1} << place];
    };
    const std::size_t row = InkWindow::kOwnRow + static_cast<std::size_t>(step.down);
    for (int right = 0; right <= 4; ++right) add(right, row, static_cast<unsigned>(right));
    for (int right = -3; right <= 3; ++right) add(right, row + 1, static_cast<unsigned>(8 + right));
    for (int right = -2; right <= 2; ++right)
        add(right, row + 2, static_cast<unsigned>(14 + right));
    return flip;
}

void InkCosts::weigh(int white, int black, std::size_t at) {
    const double all = white + black + 2 * kUnseen;
    const auto cost = [all](int count) {
        return static_cast<std::int16_t>(
            std::lrint(kPartsOfBit * std::log2(all / (count + kUnseen))));
    };
    costs_[at] = cost(white);
    costs_[at + 1] = cost(black);
}

}  // namespace motlan
