// The change of the settings that this kiosk was started to try, as its files tell it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/technician/config_event.h"

namespace motlan {

struct ConfigTrial {
    std::string before;  ///< in force again when nobody keeps the change
    std::string now;
    std::string by;  ///< whose change it is: a badge's number, or "kioskctl"
};

/// Whether a change waits for somebody to keep it.
[[nodiscard]] bool is_trial(const std::filesystem::path& config);

/// How the trial of that text goes on; over too once another one has begun, whose answer is not
/// this one's to give. `troubles` are those of all devices.
[[nodiscard]] TrialSeen look_at_trial(const std::filesystem::path& config, std::string_view tried,
                                      const std::vector<DeviceTrouble>& troubles);

/// What there is of it; empty where a file has gone meanwhile.
[[nodiscard]] ConfigTrial read_trial(const std::filesystem::path& config);

}  // namespace motlan
