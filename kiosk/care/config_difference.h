// What a change of kiosk.toml touches: whose word it takes, and which devices have to answer for
// it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/device_role.h"

namespace motlan {

/// The paths of values that differ and that one technician alone may not change here: none before
/// the kiosk is enrolled, as nobody is served then. `state` is "/var/lib/motlan".
[[nodiscard]] std::vector<std::string> second_needed(const std::filesystem::path& state,
                                                     std::string_view former,
                                                     std::string_view text);

/// The devices whose settings differ and that do not work in `troubles`: no reason to keep them.
[[nodiscard]] std::vector<DeviceTrouble> troubled_by(std::string_view former, std::string_view text,
                                                     const std::vector<DeviceTrouble>& troubles);

}  // namespace motlan
