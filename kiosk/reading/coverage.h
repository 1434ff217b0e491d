// Whether all that looks like print on a page was read: recognised area against inked area.
// Recognisers cut pages short without a word and with high confidence (capture design 4 and 7).
#pragma once

#include <vector>

#include "kiosk/core/page_text.h"
#include "kiosk/reading/ink_pieces.h"
#include "kiosk/reading/recogniser.h"

namespace motlan {

/// Where ink like that of lines of print lies outside of every recognised word, from top to
/// bottom; parts of less than half a square centimetre are left out.
[[nodiscard]] std::vector<ReadArea> unread_areas(const LegiblePage& page, const PageText& text);

/// The share of the page's print that was read, 0 to 1; 1 for a page without print. What is left
/// unread is lost text when the share is under kLeastRead.
[[nodiscard]] double read_share(const LegiblePage& page, const PageText& text);
inline constexpr double kLeastRead = 0.95;

/// Whether a row of print in the upper half was not recognised that is as long as a title and
/// stands in the middle, where the title of an administrative paper is set (Decree 30/2020/NĐ-CP,
/// appendix I, part I).
[[nodiscard]] bool is_heading_unread(const LegiblePage& page, const PageText& text);

}  // namespace motlan
