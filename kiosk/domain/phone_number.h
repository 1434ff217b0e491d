// A telephone number of Việt Nam, as somebody leaves it to be called back.
#pragma once

#include <cstddef>
#include <string_view>

namespace motlan {

inline constexpr std::size_t kMostPhoneDigits = 11;

/// How many digits a number that begins so has: 11 for a fixed line (02…), else 10.
[[nodiscard]] std::size_t phone_digits(std::string_view begun);

/// Whether a number can begin so: mobile 03, 05, 07, 08, 09 or fixed 02 (numbering plan of
/// Circular 22/2014/TT-BTTTT as changed in 2017 and 2018). An empty one can.
[[nodiscard]] bool may_begin_phone(std::string_view begun);

/// Whether it is whole: digits only, begun and as long as the plan says. Whether somebody answers
/// there nobody checks.
[[nodiscard]] bool is_phone(std::string_view text);

}  // namespace motlan
