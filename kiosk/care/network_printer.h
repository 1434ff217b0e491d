// The printer that is not plugged in but named by its address: what it says of itself.
#pragma once

#include <optional>
#include <vector>

#include "drivers/search/device_search.h"
#include "kiosk/device/devices.h"

namespace motlan {

/// Nothing where kiosk.toml names no printer of the network. One that does not answer is called by
/// its address. Takes up to some seconds.
[[nodiscard]] std::optional<FoundDevice> network_printer(const DeviceSettings& devices);

/// What is plugged in, and that printer.
[[nodiscard]] std::vector<FoundDevice> all_devices(const DeviceSettings& devices);

}  // namespace motlan
