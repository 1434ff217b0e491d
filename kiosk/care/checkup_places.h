// The parts of a checkup that look at this machine rather than at the kiosk's own words.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/settings.h"
#include "kiosk/care/checkup.h"

namespace motlan {

/// Whether each device that the configuration names is there, and is a device at all.
[[nodiscard]] std::vector<Remark> look_at_device_settings(const Settings& settings);

/// When the kiosk rests by itself: now, or later. `state` is $STATE_DIRECTORY.
[[nodiscard]] std::vector<Remark> look_at_plan(const std::filesystem::path& state, WallTime now);

/// Whether a person's data could stay somewhere: swap, dumps of memory. `root` is "/" on a kiosk.
[[nodiscard]] std::vector<Remark> look_at_system(const std::filesystem::path& root);

}  // namespace motlan
