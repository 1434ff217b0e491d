// What the coder of ink (encode_jbig2) takes for a pixel: it guesses each from sixteen around it,
// and learns on the way how often the guess is right.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/imaging/bit_mask.h"

namespace motlan {

/// A pixel beside or below the one in the middle of a window, or that one itself.
struct InkStep {
    int right = 0;
    int down = 0;
};

/// The rows around a pixel from the second above it on; 32 columns, the leftmost highest.
struct InkWindow {
    static constexpr std::size_t kRows = 10;
    static constexpr std::size_t kOwnRow = 2;
    static constexpr int kOwnBit = 15;

    std::array<std::uint32_t, kRows> rows;

    [[nodiscard]] bool has_ink(InkStep step) const { return (rows[row(step)] & bit(step)) != 0; }
    void flip(InkStep step) { rows[row(step)] ^= bit(step); }
    /// Which of the eight pixels around this one are ink, row by row, the upper left the highest.
    [[nodiscard]] std::uint8_t ring(InkStep step) const {
        const auto right = static_cast<unsigned>(kOwnBit - step.right - 1);
        const std::uint32_t* own = rows.data() + row(step);
        const std::uint32_t above = own[-1] >> right & 7U;
        const std::uint32_t sides = (own[0] >> right & 4U) >> 1U | (own[0] >> right & 1U);
        return static_cast<std::uint8_t>(above << 5U | sides << 3U | (own[1] >> right & 7U));
    }

private:
    static std::size_t row(InkStep step) { return kOwnRow + static_cast<std::size_t>(step.down); }
    static std::uint32_t bit(InkStep step) {
        return 1U << static_cast<unsigned>(kOwnBit - step.right);
    }
};

/// The mask with white around it, so that every pixel has neighbours.
class InkSheet {
public:
    explicit InkSheet(const BitMask& mask);

    [[nodiscard]] int height() const;
    [[nodiscard]] std::size_t row_words() const { return stride_ - 2; }
    [[nodiscard]] InkWindow around(int x, int y) const;
    /// Whether nothing is set in the word's 32 pixels, nor where their coder looks.
    [[nodiscard]] bool is_white(std::size_t word, int y) const;
    void flip_at(int x, int y);
    void copy_to(BitMask& mask) const;

private:
    [[nodiscard]] std::size_t start_of(int y) const;

    std::size_t stride_;
    std::vector<std::uint32_t> words_;
};

/// What a page's own ink makes likely.
class InkCosts {
public:
    static constexpr int kPartsOfBit = 32;
    /// The furthest steps that can be asked about.
    static constexpr int kFurthestRight = 8;
    static constexpr int kFurthestDown = 5;

    /// In parts of a bit: what a pixel and all that are guessed from it take, and how much less
    /// they would if it were the other colour.
    struct Flip {
        int before = 0;
        int saved = 0;
    };

    /// All pixels cost the same.
    InkCosts();
    /// What this sheet makes likely.
    explicit InkCosts(const InkSheet& sheet);

    [[nodiscard]] Flip flip(const InkWindow& window, InkStep step) const;

private:
    void weigh(int white, int black, std::size_t at);

    std::vector<std::int16_t> costs_;
};

}  // namespace motlan
