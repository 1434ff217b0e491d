// TOML in. The only file that knows the TOML library.
#pragma once

#include <string_view>

#include "kiosk/core/problem.h"
#include "kiosk/core/tree.h"

namespace motlan {

/// Reads a TOML document of at most 1 MiB; dates are refused (write them as text).
/// `file` is only for the problem's text.
[[nodiscard]] Checked<Tree> parse_toml(std::string_view text, std::string_view file);

}  // namespace motlan
