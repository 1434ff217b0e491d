// In which order the pieces of a page are read: column by column, each from the top. Pure.
#pragma once

#include <vector>

#include "kiosk/core/page_text.h"

namespace motlan {

using LineOfWords = std::vector<PageWord>;
/// A column, a heading or another piece of a page that is read by itself.
using BlockOfLines = std::vector<LineOfWords>;

/// Puts what was read later, where ink had been left unread, to its place among the blocks of the
/// page, which stand in reading order: into the block that it lies in, else as one of its own
/// behind the last one that is read before it. No block and no line is empty.
void place_late(const BlockOfLines& late, std::vector<BlockOfLines>& blocks);

/// All words in reading order, their lines numbered from 0.
[[nodiscard]] std::vector<PageWord> words_in(const std::vector<BlockOfLines>& blocks);

}  // namespace motlan
