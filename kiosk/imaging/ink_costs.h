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
    /// The longest runs that can be asked about, as steps from their first pixel.
    static constexpr int kLongestAcross = 8;
    static constexpr int kLongestDown = 5;

    /// All pixels cost the same.
    InkCosts();
    /// What this sheet makes likely.
    explicit InkCosts(const InkSheet& sheet);

    /// Of all pixels that are guessed from those of the run between the middle and `last`,
    /// themselves among them; in parts of a bit.
    [[nodiscard]] int of(const InkWindow& window, InkStep last) const;

private:
    void weigh(int white, int black, std::size_t at);

    std::vector<std::int16_t> costs_;
};

}  // namespace motlan
