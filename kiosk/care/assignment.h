// Which settings make a device do something for the kiosk. Pure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "drivers/search/device_search.h"
#include "kiosk/core/device_role.h"

namespace motlan {

/// Paths of kiosk.toml and their values.
using SettingValues = std::vector<std::pair<std::string, std::string>>;

/// What makes the kiosk use the device in that role; empty where it is none for it. Where a scanner
/// is counts as its name at SANE.
[[nodiscard]] SettingValues settings_for(DeviceRole role, const FoundDevice& device);

/// What makes the kiosk do without; empty where it cannot.
[[nodiscard]] SettingValues settings_for_none(DeviceRole role);

}  // namespace motlan
