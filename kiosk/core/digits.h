// Decimal digits of ASCII, as numbers on cards and papers have them: no locale, no other script's.
#pragma once

#include <algorithm>
#include <string_view>

namespace motlan {

[[nodiscard]] constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Whether a text is digits and nothing else; an empty one is not.
[[nodiscard]] constexpr bool are_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

}  // namespace motlan
