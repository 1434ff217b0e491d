#include "drivers/search/usb_identity.h"

#include <format>
#include <system_error>

#include "drivers/search/sysfs.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

/// Further up there is no device any more, only what it is plugged into.
constexpr int kMostSteps = 8;

/// Makers raise bcdDevice with their firmware: two digits each before and behind the point (USB
/// 2.0, 9.6.1).
std::string release_of(const std::string& digits) {
    constexpr std::size_t kDigits = 4;
    if (digits.size() != kDigits) return digits;
    const std::size_t first = digits[0] == '0' ? 1 : 0;
    return std::format("{}.{}", digits.substr(first, 2 - first), digits.substr(2));
}

}  // namespace

UsbIdentity usb_identity(const fs::path& entry) {
    std::error_code problem;
    fs::path place = fs::canonical(entry, problem);
    for (int step = 0; !problem && step < kMostSteps; ++step, place = place.parent_path()) {
        if (first_line(place / "idVendor").empty()) continue;
        return {first_line(place / "serial"), release_of(first_line(place / "bcdDevice"))};
    }
    return {};
}

}  // namespace motlan
