// A device of a kiosk by what it does for a citizen, and what is the matter with it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "kiosk/core/fault.h"

namespace motlan {

enum class DeviceRole : std::uint8_t {
    CardCamera,
    HandReader,
    ChipReader,
    Scanner,
    DocumentCamera,
    Printer,
};

/// Every role, in the order of the list above.
[[nodiscard]] std::span<const DeviceRole> all_device_roles();

/// As the tables of kiosk.toml are called: "card_camera", "hand_reader", "chip", …
[[nodiscard]] std::string_view name(DeviceRole device);

/// The role of that name; nothing for a name that is not ours.
[[nodiscard]] std::optional<DeviceRole> device_role_of(std::string_view name);

/// A device that does not work now, or will not for long.
struct DeviceTrouble {
    DeviceRole device = DeviceRole::CardCamera;
    Fault fault = Fault::CameraUnavailable;
    int losses = 0;  ///< how often it has gone away lately; more than a few: look at its cable
    bool operator==(const DeviceTrouble&) const = default;
};

}  // namespace motlan
