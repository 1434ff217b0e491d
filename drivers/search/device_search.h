// Which devices a kiosk could use are plugged in, and what they are called in kiosk.toml.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace motlan {

enum class DeviceKind : std::uint8_t {
    Camera,
    CodeReader,  ///< a serial line, as a reader set to USB-COM has one
    CardReader,
    Scanner,
    Printer,
    Sound,
    TouchPanel,
    Keypad,  ///< anything that types: the six keys, a keyboard, a reader in keyboard mode
};

/// "camera", "code reader", …
[[nodiscard]] std::string_view name(DeviceKind kind);

/// Every kind, in the order of the list above.
inline constexpr int kDeviceKinds = 8;

struct FoundDevice {
    DeviceKind kind = DeviceKind::Camera;
    std::string title;            ///< what it calls itself
    std::filesystem::path where;  ///< its node, or its place on the bus where it has none
    std::string serial{};         ///< its number; empty where it says none
    std::string firmware{};       ///< its release; empty where it says none
    bool operator==(const FoundDevice&) const = default;
};

/// Looks through the kernel's lists under `root`: "/" on a kiosk, a folder in tests. Takes
/// milliseconds and opens nothing, so that it may run beside a kiosk in service.
[[nodiscard]] std::vector<FoundDevice> search_devices(const std::filesystem::path& root);

}  // namespace motlan
