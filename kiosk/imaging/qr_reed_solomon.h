// The error correction of QR codes: Reed-Solomon over GF(256) with errors and erasures.
// Pure arithmetic on a block of code words; knows nothing of pictures.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace motlan {

/// The most code words of one block (ISO/IEC 18004:2015, table 9: 154), and room to spare.
inline constexpr std::size_t kLongestBlock = 255;

/// Restores a block of which the last `checks` words check the others. `erased` names words,
/// from 0, whose value is worthless: each costs one check word, an error elsewhere costs two.
/// Answers how many words outside `erased` were wrong, or nothing, the block untouched, when
/// there are more than the check words reach. Field and generator: ISO/IEC 18004:2015, 7.5.2
/// (primitive polynomial 285, generator roots from the zeroth power of 2).
[[nodiscard]] std::optional<int> restore_block(std::span<std::uint8_t> words, int checks,
                                               std::span<const int> erased);

}  // namespace motlan
