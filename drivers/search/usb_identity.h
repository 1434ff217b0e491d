// Which one of its kind a USB device is: for the sources of this folder only.
#pragma once

#include <filesystem>
#include <string>

namespace motlan {

/// What a device says of itself; empty words where it says nothing.
struct UsbIdentity {
    std::string serial;
    std::string firmware;  ///< its release, "1.10"
};

/// Of the USB device that this entry of the kernel's lists is or belongs to; nothing of one on
/// another bus.
[[nodiscard]] UsbIdentity usb_identity(const std::filesystem::path& entry);

}  // namespace motlan
