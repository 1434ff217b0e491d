// What to believe of devices that come and go: gone at once, back only when they stay. So a loose
// cable neither floods the log nor leads anybody into a visit that then stops.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/core/device_role.h"
#include "kiosk/device/devices.h"

namespace motlan {

/// What the devices say of themselves now, in the order of their roles.
[[nodiscard]] std::vector<DeviceTrouble> troubles_of(const Devices& devices);

class DeviceWatch {
public:
    /// Takes what the devices say and answers what is to be believed. Logs each device that is
    /// lost or found thereby. A device that went once is back at once; one that went again and
    /// again has to stay for longer each time, at most a minute.
    const std::vector<DeviceTrouble>& see(const std::vector<DeviceTrouble>& said, SteadyTime now);

private:
    struct Known {
        std::optional<Fault> believed;
        std::optional<SteadyTime> well_since;  ///< it says so, and is not believed yet
        bool is_gone = false;                  ///< as it said last
        int losses = 0;                        ///< lately
        int told_losses = 0;                   ///< when it was last believed lost
        SteadyTime last_loss{};
    };
    static void lose(Known& device, DeviceRole role, Fault fault, SteadyTime now);
    static void find(Known& device, DeviceRole role, SteadyTime now);

    static constexpr std::size_t kRoles = 6;
    std::array<Known, kRoles> known_;
    std::vector<DeviceTrouble> believed_;
};

}  // namespace motlan
