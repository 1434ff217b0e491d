// Breaks a text into lines that fit a width. Pure: the same words give the same lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/typeface.h"

namespace motlan {

struct TextLine {
    std::string_view text;  ///< a part of the text that was laid out
    int width = 0;
    bool goes_on = false;  ///< "…" stands behind it: what follows is left out
};

/// What a text may take: so many lines, each so many pixels wide.
struct LineLimit {
    int most = 1;
    int width = 0;
};

/// Width of one line in pixels.
[[nodiscard]] int text_width(const Typeface& typeface, Font font, std::string_view text);

/// Lines at most `width` wide, broken at blanks and at '\n'; a longer word is cut where it must,
/// if it can behind a hyphen.
/// A non-breaking blank (U+00A0) never ends a line. The answer borrows from `text`.
[[nodiscard]] std::vector<TextLine> lay_out(const Typeface& typeface, Font font,
                                            std::string_view text, int width);

/// The same number of lines, but as equally long as they can be: for headings.
[[nodiscard]] std::vector<TextLine> lay_out_balanced(const Typeface& typeface, Font font,
                                                     std::string_view text, int width);

/// The first `most` of these lines, at least one; where others are left out the last one ends in
/// "…" and is still at most `width` wide.
[[nodiscard]] std::vector<TextLine> first_lines(const Typeface& typeface, Font font,
                                                std::vector<TextLine> lines, LineLimit limit);

/// The beginning of `text` that fits, with "…" when something was left out.
[[nodiscard]] std::string shortened(const Typeface& typeface, Font font, std::string_view text,
                                    int width);

}  // namespace motlan
