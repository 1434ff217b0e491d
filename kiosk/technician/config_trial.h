// The change of the settings that this kiosk was started to try, as its files tell it.
#pragma once

#include <filesystem>
#include <string>

namespace motlan {

struct ConfigTrial {
    std::string before;  ///< in force again when nobody keeps the change
    std::string now;
    std::string by;  ///< whose change it is: a badge's number, or "kioskctl"
};

/// Whether a change waits for somebody to keep it.
[[nodiscard]] bool is_trial(const std::filesystem::path& config);

/// What there is of it; empty where a file has gone meanwhile.
[[nodiscard]] ConfigTrial read_trial(const std::filesystem::path& config);

}  // namespace motlan
