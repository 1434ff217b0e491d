// Where a QR code of a given size keeps what: fixed patterns, format, code words, blocks, masks.
// Tables and formulas of ISO/IEC 18004:2015. Pure; knows nothing of pictures.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace motlan {

/// How much of a code can be restored, in the order of the standard's format bits
/// (ISO/IEC 18004:2015, table 12: M is 00, L 01, H 10, Q 11).
enum class QrLevel : std::uint8_t { M, L, H, Q };

struct QrPlace {
    int x = 0;
    int y = 0;
    bool operator==(const QrPlace&) const = default;
};

/// What a module of the fixed patterns is. Open modules depend on payload, level and mask.
enum class QrModule : std::uint8_t { Open, Light, Dark };

/// The fixed part of every code with one number of modules a side.
struct QrLayout {
    int modules = 0;
    int version = 0;
    std::vector<QrModule> fixed;                      ///< row by row
    std::vector<QrPlace> bits;                        ///< of the code words, highest bit first
    std::vector<QrPlace> rest;                        ///< bits that are left over, always 0
    std::array<std::array<QrPlace, 15>, 2> format{};  ///< both copies, lowest bit first
    std::vector<QrPlace> alignment;                   ///< centres of the alignment patterns

    [[nodiscard]] std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(modules) +
               static_cast<std::size_t>(x);
    }
};

/// The layout for 21, 25, … 177 modules; its `modules` is 0 for any other number.
[[nodiscard]] QrLayout qr_layout(int modules);

/// The blocks of a code: each has `checks` check words at its end; the first `short_blocks` have
/// `short_words` words in all, the others one more (ISO/IEC 18004:2015, table 9).
struct QrBlocks {
    int count = 0;
    int short_blocks = 0;
    int short_words = 0;
    int checks = 0;
};
[[nodiscard]] QrBlocks qr_blocks(const QrLayout& layout, QrLevel level);

/// The order in which a code's words are interleaved: for each word the block and the place in it.
struct QrWordPlace {
    int block = 0;
    int at = 0;
};
[[nodiscard]] std::vector<QrWordPlace> qr_word_places(const QrLayout& layout,
                                                      const QrBlocks& blocks);

/// Whether mask 0 to 7 turns the module at a place over (ISO/IEC 18004:2015, table 10).
[[nodiscard]] bool qr_mask(int mask, const QrPlace& place);

/// The 15 format bits of a level and a mask (ISO/IEC 18004:2015, 7.9 and annex C).
[[nodiscard]] int qr_format_bits(QrLevel level, int mask);

}  // namespace motlan
