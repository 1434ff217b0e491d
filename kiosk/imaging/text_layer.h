// Recognised words as invisible text over the picture of a page, so that it can be searched,
// copied and read aloud. What is copied is what was recognised, letter by letter.
#pragma once

#include <span>
#include <string>

#include "kiosk/core/page_text.h"
#include "kiosk/imaging/pdf_objects.h"

namespace motlan {

/// The letters of a file, each with its number in the file's font.
class LettersInUse {
public:
    /// All letters of these texts, and the blank.
    explicit LettersInUse(std::span<const PageText* const> texts);

    [[nodiscard]] bool has_text() const { return has_text_; }
    /// The text as the font's codes, two bytes each, in hexadecimal.
    [[nodiscard]] std::string codes(std::string_view text) const;
    /// From the font's codes back to Unicode (ISO 32000-1, 9.10.3).
    [[nodiscard]] std::string to_unicode() const;
    /// For each code the glyph that stands for it (9.7.4.3); code 0 is never used.
    [[nodiscard]] Bytes glyphs() const;

private:
    std::u32string letters_;  ///< sorted; the first one has number 1
    bool has_text_ = false;
};

/// Adds the embedded font of the invisible text; answers how pages refer to it.
[[nodiscard]] std::string add_invisible_font(PdfObjects& file, const LettersInUse& letters);

/// Drawing instructions for a page's words with the font /Text, on paper of this height in points;
/// empty without words.
[[nodiscard]] std::string text_drawing(const PageText& text, const LettersInUse& letters,
                                       double paper_height);

}  // namespace motlan
