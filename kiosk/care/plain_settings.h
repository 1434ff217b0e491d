// Whether people and programs that read kiosk.toml line by line see what the kiosk reads from it.
#pragma once

#include <string_view>

#include "kiosk/core/problem.h"

namespace motlan {

/// Fails with the path of a setting whose place or value settings_in_force() does not see as TOML
/// does: a quoted key, a dotted one, a text over several lines or with letters written as numbers.
/// Else what is asked of a change, such as a second technician, could be got round by spelling.
[[nodiscard]] Checked<void> written_plainly(std::string_view text, std::string_view file);

}  // namespace motlan
