// Words that a speech engine would read wrongly: abbreviations, letters, months.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/words.h"

namespace motlan {

/// What an abbreviation stands for, as officials and citizens say it; nothing when it is none.
[[nodiscard]] std::optional<std::string_view> expansion(std::string_view word, Language language);

/// A capital letter's name when codes are spelled: "hát", "aitch".
[[nodiscard]] std::optional<std::string_view> letter_name(char letter, Language language);

/// The value of a Roman numeral from I to XX; nothing when the word is none.
[[nodiscard]] std::optional<int> roman_numeral(std::string_view word);

/// Whether a Roman numeral may follow this word (small letters): "quý", "kỳ", "part".
[[nodiscard]] bool takes_roman(std::string_view word);

/// "January" for 1.
[[nodiscard]] std::string_view english_month(int month);

}  // namespace motlan
