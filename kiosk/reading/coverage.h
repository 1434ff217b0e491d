// Whether all that looks like print on a page was read: recognised area against inked area.
// Recognisers cut pages short without a word and with high confidence (capture design 4 and 7).
#pragma once

#include <vector>

#include "kiosk/core/page_text.h"
#include "kiosk/reading/recogniser.h"

namespace motlan {

/// A part of a page, in its pixels.
struct ReadArea {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    bool operator==(const ReadArea&) const = default;
};

/// Where ink like that of lines of print lies outside of every recognised word, from top to
/// bottom; parts of less than half a square centimetre are left out.
[[nodiscard]] std::vector<ReadArea> unread_areas(const LegiblePage& page, const PageText& text);

/// The share of the page's print that was read, 0 to 1; 1 for a page without print. What is left
/// unread is lost text when the share is under kLeastRead.
[[nodiscard]] double read_share(const LegiblePage& page, const PageText& text);
inline constexpr double kLeastRead = 0.9;

}  // namespace motlan
