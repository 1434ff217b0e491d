// From a driver's name in the configuration to a device.
#pragma once

#include <filesystem>
#include <memory>

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
    VideoDevice& video;  ///< of the card camera; the document camera has its own
    const Clock& clock;
};

/// One device alone, for tools that need no other; empty for a driver that is not known.
[[nodiscard]] std::unique_ptr<CardCamera> make_camera(const DeviceSettings& settings,
                                                      const DeviceParts& parts);
[[nodiscard]] std::unique_ptr<CardCamera> make_document_camera(const DeviceSettings& settings,
                                                               const DeviceParts& parts);
[[nodiscard]] std::unique_ptr<DocumentScanner> make_scanner(const DeviceSettings& settings,
                                                            const DeviceParts& parts);
[[nodiscard]] std::unique_ptr<ReceiptPrinter> make_printer(const DeviceSettings& settings,
                                                           const DeviceParts& parts);
[[nodiscard]] std::unique_ptr<ChipTerminal> make_chip(const ChipSettings& settings);

/// Makes the devices. Fails with Fault::ConfigInvalid for a driver it does not know.
[[nodiscard]] Result<Devices> make_devices(const DeviceSettings& settings,
                                           const DeviceParts& parts);

}  // namespace motlan
