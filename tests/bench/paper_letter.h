// A page as an office writes it, in one column, so that it has one reading order: heading, title,
// paragraphs of 9 to 14 points, a day, a red stamp and a blue signature.
#pragma once

#include "tests/bench/page_dice.h"
#include "tests/bench/page_sheet.h"

namespace motlan::testing {

/// About 440 words on A4 at 300 dpi; the stamp's own words are not in its text. No paragraph begins
/// below `last` mm.
[[nodiscard]] Sheet draw_letter(PageDice& dice, double last = 215);

}  // namespace motlan::testing
