// From what is believed of each module to the exact code: format, words, errors and erasures.
// Pure; answers exact blocks only, and never one that its check words barely confirm.
#pragma once

#include <vector>

#include "kiosk/imaging/qr_layout.h"

namespace motlan {

/// A block is restored only where a meaningless one would pass with a chance of at most 2 to the
/// power of minus this: of all blocks, so few lie as near to a valid one as its erasures and errors
/// took it. Fifteen erased words of eighteen check words, or nine wrong ones, just pass.
inline constexpr double kSureBits = 24;

struct RestoredCode {
    std::vector<QrModule> modules;  ///< row by row; Open where no restored block tells
    bool is_whole = false;          ///< every block was restored
    int blocks = 0;                 ///< restored ones
    int errors = 0;                 ///< words that were wrong without looking doubtful
    int erased = 0;                 ///< words that were given up and restored
};

/// Restores what can be restored of a code: all of it, some blocks, or nothing but what every
/// code of this size has. `belief` holds for each module, row by row, how sure it is to be dark
/// (positive) or light (negative), as half the log of the odds; 0 is not known at all.
/// The least certain words are given up first, a few more at each try (generalised minimum
/// distance decoding, Forney 1966).
[[nodiscard]] RestoredCode restore_code(const QrLayout& layout, const std::vector<float>& belief);

}  // namespace motlan
