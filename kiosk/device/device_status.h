// How a device is, in one word, for the welcome screen and the technician.
#pragma once

#include <optional>

#include "kiosk/core/fault.h"

namespace motlan {

/// Ready, or the fault that keeps the device from working. `running_low` is a warning only.
/// Aligned so that one thread may write it while others read (std::atomic without a lock).
struct alignas(4) DeviceStatus {
    std::optional<Fault> fault;
    bool running_low = false;

    [[nodiscard]] bool is_ready() const { return !fault.has_value(); }
    bool operator==(const DeviceStatus&) const = default;
};

}  // namespace motlan
