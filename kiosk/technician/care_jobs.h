// What a desk asks of the machine, done on a thread of its own: reading files, looking for devices,
// writing to a stick. Opens no device.
#pragma once

#include <optional>

#include "kiosk/care/places.h"
#include "kiosk/device/devices.h"
#include "kiosk/technician/care_event.h"

namespace motlan {

/// What jobs work with; all of it outlives them.
struct CareTools {
    const Devices& devices;  ///< asked how they are, never used
    const Places& places;
    const std::filesystem::path& config;  ///< kiosk.toml
    const DeviceSettings& settings;       ///< of the devices
};

/// Does a job and answers what came of it. Nothing for a job that is not done here: tests, slips
/// and what is watched by the window's thread.
[[nodiscard]] std::optional<CareEvent> do_job(const CareJob& job, const CareTools& tools);

}  // namespace motlan
