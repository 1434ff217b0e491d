// Where a program's things are: by the conventions of systemd, else beside the program.
#pragma once

#include <filesystem>

namespace motlan {

struct Places {
    std::filesystem::path state;    ///< $STATE_DIRECTORY: keys, outbox, bundle
    std::filesystem::path runtime;  ///< $RUNTIME_DIRECTORY: sockets
    std::filesystem::path program;  ///< the folder of this program
};

/// Reads the environment and /proc/self/exe. Without the variables both folders are empty.
[[nodiscard]] Places places();

/// $MOTLAN_PROVINCE_CONTROL: the control socket of a province stand-in; empty in service.
[[nodiscard]] std::filesystem::path province_control();

/// config/kiosk.toml: in /etc/motlan when installed, else of the checkout that was built here.
[[nodiscard]] std::filesystem::path usual_config();

}  // namespace motlan
