// The code of a dossier as a person copies it from a receipt. "H41-261123-0087" has letters, which
// a number pad has not, so its digits are typed: those of the day and of the number after it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace motlan {

/// Six digits of the day and four to seven of the number (DossierCode in config/province.yaml).
inline constexpr std::size_t kLeastCodeDigits = 10;
/// The longest of them, and two for whoever begins with the office's.
inline constexpr std::size_t kMostCodeDigits = 15;

/// The digits typed so far, as a receipt has them: "2611230087" is "261123-0087".
[[nodiscard]] std::string written_code(std::string_view digits);

/// The digits with those of `keys` after them, as far as there is room; other letters are left out,
/// so that a code may be written with all it has.
[[nodiscard]] std::string with_code_digits(std::string_view digits, std::string_view keys);

/// Whether somebody who copies that code would type these digits. The office's may be left out,
/// none of the two groups after it.
[[nodiscard]] bool are_digits_of(std::string_view digits, std::string_view code);

}  // namespace motlan
