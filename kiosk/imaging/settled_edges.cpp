#include "kiosk/imaging/settled_edges.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace motlan {
namespace {

constexpr int kSweeps = 2;
constexpr int kPartsOfBit = 32;
// A pixel that costs so much more when it changes alone is not tried together with another.
constexpr int kHopeless = 12 * kPartsOfBit;
constexpr std::size_t kWide = BitMask::kWordBits;

// The rows around a pixel from the second above it on, as far as the coder looks; 32 columns, the
// leftmost highest.
constexpr std::size_t kRows = 6;
constexpr std::size_t kOwnRow = 2;
constexpr int kOwnBit = 15;
using Window = std::array<std::uint32_t, kRows>;

// A pixel beside the one in the middle.
struct Step {
    int right;
    std::size_t down;
};

void flip(Window& window, Step step) {
    window[kOwnRow + step.down] ^= 1U << static_cast<unsigned>(kOwnBit - step.right);
}

// The mask with white around it, so that every pixel has neighbours.
class Sheet {
public:
    explicit Sheet(const BitMask& mask)
        : stride_(mask.row_words() + 2),
          words_(stride_ * (static_cast<std::size_t>(mask.height) + kRows)) {
        const auto wide = static_cast<std::ptrdiff_t>(mask.row_words());
        for (std::size_t y = 0; y < static_cast<std::size_t>(mask.height); ++y) {
            std::copy_n(mask.words.begin() + static_cast<std::ptrdiff_t>(y) * wide, wide,
                        words_.begin() + static_cast<std::ptrdiff_t>(start_of(y)));
        }
    }

    [[nodiscard]] Window around(std::size_t x, std::size_t y) const {
        const std::size_t from = x + kWide - 1 - kOwnBit;
        const std::uint32_t* row = words_.data() + y * stride_ + from / kWide;
        Window window;
        for (std::uint32_t& out : window) {
            const std::uint64_t both = std::uint64_t{row[0]} << 32U | row[1];
            out = static_cast<std::uint32_t>(both >> (kWide - from % kWide));
            row += stride_;
        }
        return window;
    }
    // Whether nothing is set in the word's 32 pixels, nor where their coder looks.
    [[nodiscard]] bool is_white(std::size_t word, std::size_t y) const {
        std::uint32_t any = 0;
        for (std::size_t row = y; row <= y + kOwnRow; ++row) {
            const std::uint32_t* at = words_.data() + row * stride_ + word;
            any |= at[0] | at[1] | at[2];
        }
        return any == 0;
    }
    void flip_at(std::size_t x, std::size_t y) {
        words_[start_of(y) + x / kWide] ^= 0x80000000U >> (x % kWide);
    }
    void copy_to(BitMask& mask) const {
        const auto wide = static_cast<std::ptrdiff_t>(mask.row_words());
        for (std::size_t y = 0; y < static_cast<std::size_t>(mask.height); ++y) {
            std::copy_n(words_.begin() + static_cast<std::ptrdiff_t>(start_of(y)), wide,
                        mask.words.begin() + static_cast<std::ptrdiff_t>(y) * wide);
        }
    }

private:
    [[nodiscard]] std::size_t start_of(std::size_t y) const { return (y + kOwnRow) * stride_ + 1; }

    std::size_t stride_;
    std::vector<std::uint32_t> words_;
};

// A pixel and the sixteen by which the coder guesses it (T.88, 6.2.5.3, template 0).
std::size_t pattern(const Window& window, int right, std::size_t row) {
    const auto bit = static_cast<unsigned>(kOwnBit - right);
    return (window[row - 2] >> (bit - 2) & 31U) << 12U |
           (window[row - 1] >> (bit - 3) & 127U) << 5U | (window[row] >> bit & 31U);
}

// What the coder takes for each pattern on this page.
class Costs {
public:
    Costs() : costs_(kPatterns) {}

    void learn(const Sheet& sheet, const BitMask& mask) {
        std::vector<int> counts(kPatterns);
        for (std::size_t y = 0; y < static_cast<std::size_t>(mask.height); ++y) {
            for (std::size_t word = 0; word < mask.row_words(); ++word) {
                if (sheet.is_white(word, y)) {
                    counts[0] += int{kWide};
                    continue;
                }
                for (std::size_t half = 0; half < kWide; half += kWide / 2) {
                    const Window window = sheet.around(word * kWide + half + 8, y);
                    for (int x = -8; x < 8; ++x) ++counts[pattern(window, x, kOwnRow)];
                }
            }
        }
        for (std::size_t i = 0; i < kPatterns; i += 2) weigh(counts[i], counts[i + 1], i);
    }

    struct Span {
        int first, last;
    };
    // Of the pixels that a change is seen by, row by row.
    [[nodiscard]] int of(const Window& window, std::span<const Span> seen) const {
        int sum = 0;
        std::size_t row = kOwnRow;
        for (const Span& span : seen) {
            for (int x = span.first; x <= span.last; ++x) sum += costs_[pattern(window, x, row)];
            ++row;
        }
        return sum;
    }

private:
    static constexpr std::size_t kPatterns = 1U << 17U;
    static constexpr double kUnseen = 0.4;

    void weigh(int white, int black, std::size_t at) {
        const double all = white + black + 2 * kUnseen;
        costs_[at] =
            static_cast<std::int16_t>(std::lrint(kPartsOfBit * std::log2(all / (white + kUnseen))));
        costs_[at + 1] =
            static_cast<std::int16_t>(std::lrint(kPartsOfBit * std::log2(all / (black + kUnseen))));
    }

    std::vector<std::int16_t> costs_;
};

constexpr std::array<Costs::Span, 3> kSeenOfOne{{{0, 4}, {-3, 3}, {-2, 2}}};
constexpr std::array<Costs::Span, 3> kSeenOfTwoAcross{{{0, 5}, {-3, 4}, {-2, 3}}};
constexpr std::array<Costs::Span, 4> kSeenOfTwoDown{{{0, 4}, {-3, 4}, {-3, 3}, {-2, 2}}};

// Whether a pixel may change without joining or parting anything: ink that hangs together at
// corners, paper that does at sides (the number of Yokoi is one).
bool is_loose(const Window& window, Step step) {
    const auto bit = static_cast<unsigned>(kOwnBit - step.right);
    const std::size_t row = kOwnRow + step.down;
    const std::uint32_t above = window[row - 1] >> (bit - 1);
    const std::uint32_t own = window[row] >> (bit - 1);
    const std::uint32_t below = window[row + 1] >> (bit - 1);
    const std::array<std::uint32_t, 9> around{own & 1U,         above & 1U,     above >> 1U & 1U,
                                              above >> 2U & 1U, own >> 2U & 1U, below >> 2U & 1U,
                                              below >> 1U & 1U, below & 1U,     own & 1U};
    int crossings = 0;
    for (std::size_t i = 0; i < 8; i += 2) {
        const bool is_paper = around[i] == 0;
        const bool has_ink_behind = around[i + 1] != 0 || around[i + 2] != 0;
        if (is_paper && has_ink_behind) ++crossings;
    }
    return crossings == 1;
}

class Settling {
public:
    explicit Settling(const BitMask& ink) : ink_(ink), sheet_(ink_) {}

    void sweep(const BitMask& doubtful) {
        costs_.learn(sheet_, ink_);
        for (std::size_t y = 0; y < static_cast<std::size_t>(ink_.height); ++y) {
            for (std::size_t word = 0; word < ink_.row_words(); ++word) {
                std::uint32_t rest = doubtful.words[y * ink_.row_words() + word];
                while (rest != 0) {
                    const auto first = static_cast<std::size_t>(std::countl_zero(rest));
                    rest ^= 0x80000000U >> first;
                    settle(doubtful, word * kWide + first, y);
                }
            }
        }
    }
    BitMask done() && {
        sheet_.copy_to(ink_);
        return std::move(ink_);
    }

private:
    void settle(const BitMask& doubtful, std::size_t x, std::size_t y) {
        Window window = sheet_.around(x, y);
        if (!is_loose(window, {0, 0})) return;
        const int before = costs_.of(window, kSeenOfOne);
        Window changed = window;
        flip(changed, {0, 0});
        const int after = costs_.of(changed, kSeenOfOne);
        if (after < before) return sheet_.flip_at(x, y);
        if (after - before > kHopeless) return;
        settle_two({x, y, window, changed}, {1, 0}, doubtful, kSeenOfTwoAcross) ||
            settle_two({x, y, window, changed}, {0, 1}, doubtful, kSeenOfTwoDown);
    }
    struct At {
        std::size_t x, y;
        const Window& before;
        Window changed;
    };
    bool settle_two(At at, Step step, const BitMask& doubtful, std::span<const Costs::Span> seen) {
        const auto x = at.x + static_cast<std::size_t>(step.right);
        const auto y = at.y + step.down;
        if (x >= std::size_t(ink_.width) || y >= std::size_t(ink_.height) ||
            !doubtful.at(int(x), int(y)) || !is_loose(at.changed, step))
            return false;
        const int before = costs_.of(at.before, seen);
        flip(at.changed, step);
        if (costs_.of(at.changed, seen) >= before) return false;
        sheet_.flip_at(at.x, at.y);
        sheet_.flip_at(x, y);
        return true;
    }

    BitMask ink_;
    Sheet sheet_;
    Costs costs_;
};

}  // namespace

BitMask with_settled_edges(const BitMask& ink, const BitMask& doubtful) {
    Settling settling(ink);
    for (int i = 0; i < kSweeps; ++i) settling.sweep(doubtful);
    return std::move(settling).done();
}

}  // namespace motlan
