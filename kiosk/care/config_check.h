// Reads a configuration and its catalogue as the kiosk does when it starts.
#pragma once

#include <filesystem>

#include "kiosk/core/problem.h"
#include "kiosk/flow/office.h"

namespace motlan {

/// What is to be read.
struct ConfigToCheck {
    std::filesystem::path file;    ///< kiosk.toml
    std::filesystem::path state;   ///< where slips go
    std::filesystem::path bundle;  ///< a folder whose files take the place of the configured ones
};

/// The office that a kiosk would open with it, or the first problem.
[[nodiscard]] Checked<Office> check_config(const ConfigToCheck& wish);

}  // namespace motlan
