// One bit for each pixel of a page: ink or no ink.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace motlan {

/// Rows top to bottom, each padded with zeros to whole words; the leftmost pixel of a word is
/// its highest bit.
struct BitMask {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> words;

    static constexpr int kWordBits = 32;

    BitMask() = default;
    /// Nothing is set; width and height are in pixels and not negative.
    BitMask(int wide, int high)
        : width(wide), height(high), words(row_words() * static_cast<std::size_t>(high)) {}

    [[nodiscard]] std::size_t row_words() const {
        return static_cast<std::size_t>((width + kWordBits - 1) / kWordBits);
    }
    [[nodiscard]] bool at(int x, int y) const {
        const std::size_t word =
            row_words() * static_cast<std::size_t>(y) + static_cast<std::size_t>(x / kWordBits);
        return ((words[word] << static_cast<unsigned>(x % kWordBits)) >> 31U) != 0;
    }
    /// The word of 32 pixels that this one is in.
    [[nodiscard]] std::uint32_t word_of(int x, int y) const {
        return words[row_words() * static_cast<std::size_t>(y) +
                     static_cast<std::size_t>(x / kWordBits)];
    }
    void set(int x, int y) {
        const std::size_t word =
            row_words() * static_cast<std::size_t>(y) + static_cast<std::size_t>(x / kWordBits);
        words[word] |= 0x80000000U >> static_cast<unsigned>(x % kWordBits);
    }
    void clear(int x, int y) {
        const std::size_t word =
            row_words() * static_cast<std::size_t>(y) + static_cast<std::size_t>(x / kWordBits);
        words[word] &= ~(0x80000000U >> static_cast<unsigned>(x % kWordBits));
    }
    bool operator==(const BitMask&) const = default;
};

/// How many pixels are set.
[[nodiscard]] std::int64_t count_set(const BitMask& mask);

}  // namespace motlan
