// Which program this is. The build writes the values.
#pragma once

#include <string_view>

namespace motlan {

/// "1.0.0 (a1b2c3d4)": version and build id (the commit, with "+" when files were changed).
[[nodiscard]] std::string_view version();

}  // namespace motlan
