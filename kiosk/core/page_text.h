// What was read on a page: words and where they stand. It belongs to a citizen: never logged.
#pragma once

#include <string>
#include <vector>

namespace motlan {

/// One word as it was recognised. Pixels of the page that was read, from its upper left corner.
struct PageWord {
    std::string text;  ///< UTF-8, NFC, not empty, no white space
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    int confidence = 0;  ///< the recogniser's own, 0 to 100
    int line = 0;  ///< words of one line have the same number; lines count from 0 in reading order
    bool operator==(const PageWord&) const = default;
};

/// All words of one page in reading order.
struct PageText {
    int width = 0;  ///< of the page that was read, in pixels
    int height = 0;
    int dpi = 0;
    std::vector<PageWord> words;
    bool is_heading_unread = false;  ///< print that may be its title was not recognised
    bool operator==(const PageText&) const = default;
};

}  // namespace motlan
