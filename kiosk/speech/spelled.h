// Codes such as "H41-261123-0087", said letter by letter and digit by digit. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/words.h"

namespace motlan {

/// Capitals and digits with points, dashes and slashes between them, a pause at each mark; nothing
/// when the word is no code: a code has a digit and at least three signs.
[[nodiscard]] std::optional<std::string> spelled(std::string_view word, Language language);

}  // namespace motlan
