// What is said for what is written: numbers, money, dates, times, codes and abbreviations as
// words (ux 6.4 rule 4), so that no speech engine has to guess. Pure.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/domain/words.h"

namespace motlan {

/// The text as it is to be said. "8.000 đ" becomes "tám nghìn đồng", "23/11/2026" "ngày hai mươi
/// ba tháng mười một năm hai nghìn không trăm hai mươi sáu", "08:51" "tám giờ năm mươi mốt", a
/// number of nine digits or more, or one with a leading zero, is said digit by digit, a code such
/// as "H41-261123-0087" letter by letter and digit by digit. At most 4,000 bytes are said.
[[nodiscard]] std::string spoken(std::string_view text, Language language);

}  // namespace motlan
