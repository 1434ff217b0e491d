// From what is believed of each module to the exact code: format, words, errors and erasures.
// Pure; answers an exact code or nothing, and never one that its check words barely confirm.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/imaging/qr_layout.h"

namespace motlan {

/// Check words that each block must have left over when it is restored: a word outside the erased
/// ones that is wrong goes unnoticed with a chance of 256 to the power of minus this.
inline constexpr int kSpareChecks = 3;

struct RestoredCode {
    std::vector<bool> dark;  ///< every module, row by row, as a flawless print has it
    int errors = 0;          ///< words that were wrong without looking doubtful
    int erased = 0;          ///< words that were given up and restored
};

/// Restores a code. `belief` holds for each module, row by row, how sure it is to be dark
/// (positive) or light (negative), as half the log of the odds; 0 is not known at all.
/// The least certain words are given up first, a few more at each try (generalised minimum
/// distance decoding, Forney 1966).
[[nodiscard]] std::optional<RestoredCode> restore_code(const QrLayout& layout,
                                                       const std::vector<float>& belief);

}  // namespace motlan
