// The kiosk that serves nobody: it could not be started, and says so.
#pragma once

#include <filesystem>

namespace motlan {

/// Shows the out-of-service screen until the program is ended, or was replaced as its configuration
/// may be: then the kiosk is worth another try. Opens the screen and no device;
/// what the configuration says of the screen is used where it can be read.
[[nodiscard]] int run_rest(const std::filesystem::path& config);

}  // namespace motlan
