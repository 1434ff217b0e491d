// From a driver's name in the configuration to a device.
#pragma once

#include <filesystem>

#include "drivers/camera/video_device.h"
#include "drivers/simulated/world.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"
#include "kiosk/device/devices.h"

namespace motlan {

/// What devices are built with; all of it outlives them.
struct DeviceParts {
    std::filesystem::path eye;  ///< the program kiosk-eye
    SimulatedWorld& world;
    VideoDevice& video;
    const Clock& clock;
};

/// Makes the devices. Fails with Fault::ConfigInvalid for a driver it does not know.
[[nodiscard]] Result<Devices> make_devices(const DeviceSettings& settings,
                                           const DeviceParts& parts);

}  // namespace motlan
