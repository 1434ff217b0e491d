// Where a program's things are: the one place that tells a checkout from an installed kiosk.
#pragma once

#include <filesystem>

namespace motlan {

struct Places {
    std::filesystem::path state;    ///< $STATE_DIRECTORY: keys, outbox, bundle
    std::filesystem::path runtime;  ///< $RUNTIME_DIRECTORY: sockets
    std::filesystem::path program;  ///< the folder of this program

    /// The link's socket.
    [[nodiscard]] std::filesystem::path link() const { return runtime / "link.sock"; }
};

/// Whether this program was started from where the Debian package puts it.
[[nodiscard]] bool is_installed();

/// Reads the environment and /proc/self/exe. Without the variables both folders are those of an
/// installed kiosk, and empty in a checkout.
[[nodiscard]] Places places();

/// $MOTLAN_PROVINCE_CONTROL: the control socket of a province stand-in; empty in service.
[[nodiscard]] std::filesystem::path province_control();

/// kiosk.toml: in /etc/motlan when installed, else of the checkout that was built here.
[[nodiscard]] std::filesystem::path usual_config();

}  // namespace motlan
