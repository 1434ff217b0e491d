// Vietnamese text as bytes: strict UTF-8, one normal form, and ways to compare it.
// The only file that knows the Unicode library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/core/result.h"

namespace motlan {

/// Strict UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates.
[[nodiscard]] bool is_utf8(std::string_view text);

/// The composed normal form (NFC). Fails with Fault::TextNotUtf8.
[[nodiscard]] Result<std::string> to_nfc(std::string_view text);

/// Whether a text is valid and already in that form.
[[nodiscard]] bool is_nfc(std::string_view text);

/// For searching: marks off, small letters, d for đ. Invalid text gives an empty answer.
[[nodiscard]] std::string fold(std::string_view text);

/// Capital letters as an official prints a name. Invalid text gives an empty answer.
[[nodiscard]] std::string to_upper(std::string_view text);

/// Small letters. Invalid text gives an empty answer.
[[nodiscard]] std::string to_lower(std::string_view text);

/// The code points of a text, and back; invalid text gives its valid beginning.
[[nodiscard]] std::u32string to_letters(std::string_view text);
[[nodiscard]] std::string from_letters(std::u32string_view letters);

/// Number of code points; invalid text counts its valid beginning.
[[nodiscard]] std::size_t count_letters(std::string_view text);

/// What a code point is: a letter or a mark that stands on one (Unicode's categories L, Mn and Mc),
/// a control character (as trimmed() takes them off), or a digit, sign, symbol or blank.
enum class LetterKind : std::uint8_t { Letter, Control, Other };
[[nodiscard]] LetterKind letter_kind(char32_t letter);

/// The text without control characters (U+0000..U+001F, U+007F..U+009F, U+FEFF) and outer blanks.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace motlan
