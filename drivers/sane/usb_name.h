// SANE's names of USB scanners, which end in the bus and the device of the kernel:
// "genesys:libusb:001:004".
#pragma once

#include <optional>
#include <string_view>

namespace motlan {

struct UsbName {
    std::string_view kind;   ///< "genesys:"
    std::string_view place;  ///< "001:004"
};

/// Both parts of a name; nothing for a scanner that is not on USB. Borrows the name.
[[nodiscard]] inline std::optional<UsbName> usb_name_of(std::string_view name) {
    constexpr std::string_view kMark = "libusb:";
    const std::size_t at = name.find(kMark);
    if (at == std::string_view::npos) return std::nullopt;
    return UsbName{name.substr(0, at), name.substr(at + kMark.size())};
}

}  // namespace motlan
