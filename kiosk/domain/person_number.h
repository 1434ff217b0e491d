// The shapes of a number by which the State knows a person, on whichever card it stands.
#pragma once

#include <cstddef>
#include <string_view>

#include "kiosk/core/digits.h"

namespace motlan {

inline constexpr std::size_t kPersonDigits = 12;

/// Twelve digits, or the nine of the paper cards of old (domain notes 1.2).
[[nodiscard]] constexpr bool is_person_number(std::string_view text) {
    return are_digits(text) && (text.size() == kPersonDigits || text.size() == 9);
}

}  // namespace motlan
