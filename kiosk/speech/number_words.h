// Numbers as people say them. Speech engines read Vietnamese numbers wrongly ("1.250.000" gets a
// "không trăm" too many), so they are written out before. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/domain/words.h"

namespace motlan {

/// "một triệu hai trăm năm mươi nghìn", "one million two hundred and fifty thousand"; of any
/// number.
[[nodiscard]] std::string number_words(std::int64_t number, Language language);

/// Each digit by itself in groups that an ear can keep: "không bốn không, hai không không". Groups
/// are of three, of four where that leaves no rest and three does. A last digit is not left alone:
/// a telephone number is three, three and four. Anything but digits is left out.
[[nodiscard]] std::string digit_words(std::string_view digits, Language language);

}  // namespace motlan
