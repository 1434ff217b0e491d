// A page printed by nobody: lines of text as ink, one bit for each pixel.
#pragma once

#include <string>
#include <vector>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

/// A line, and where its base line begins, in pixels.
struct PrintedLine {
    std::string text;
    int left = 250;
    int base = 300;
    int em = 50;  ///< 12 points at 300 dpi
};

struct PrintedPage {
    int width = 2480;
    int height = 3508;
    int dpi = 300;
    Bytes bits;  ///< a bit for each pixel, 1 is ink, rows of whole bytes
};

/// An A4 page at 300 dpi with these lines in Noto Serif.
[[nodiscard]] PrintedPage print_page(const std::vector<PrintedLine>& lines);

}  // namespace motlan::testing
