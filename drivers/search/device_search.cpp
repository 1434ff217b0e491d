#include "drivers/search/device_search.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "drivers/search/sysfs.h"
#include "drivers/search/usb_identity.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr auto kNames =
    std::to_array<std::string_view>({"camera", "code reader", "card reader", "scanner", "printer",
                                     "sound", "touch panel", "keypad"});
static_assert(kNames.size() == kDeviceKinds);

// Interface classes of usb.org: image, printer, smart card.
constexpr std::array<std::pair<std::string_view, DeviceKind>, 3> kUsbClasses{
    {{"06", DeviceKind::Scanner}, {"07", DeviceKind::Printer}, {"0b", DeviceKind::CardReader}}};
// Linux, include/uapi/linux/input-event-codes.h.
constexpr std::size_t kMultitouchX = 0x35;  // ABS_MT_POSITION_X
constexpr std::size_t kEnterKey = 28;       // KEY_ENTER

using Found = std::vector<FoundDevice>;

/// `entry` is what the device has in the kernel's lists.
FoundDevice identified(FoundDevice device, const fs::path& entry) {
    UsbIdentity identity = usb_identity(entry);
    device.serial = std::move(identity.serial);
    device.firmware = std::move(identity.firmware);
    return device;
}

/// Whether a bit is set in the kernel's list of words, the highest first, of 64 bits each.
bool has_bit(const std::string& mask, std::size_t bit) {
    std::istringstream stream(mask);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    std::ranges::reverse(words);
    if (bit / 64 >= words.size()) return false;
    return (std::strtoull(words[bit / 64].c_str(), nullptr, 16) >> (bit % 64) & 1U) != 0;
}

/// A camera has several nodes; the first one delivers the pictures.
void find_cameras(const fs::path& root, Found& found) {
    for (const auto& entry : entries(root / "sys/class/video4linux")) {
        if (!entry.filename().string().starts_with("video") || first_line(entry / "index") != "0")
            continue;
        const fs::path node = lasting_name(root / "dev" / entry.filename(), root / "dev/v4l/by-id");
        found.push_back(
            identified({DeviceKind::Camera, first_line(entry / "name"), node}, entry / "device"));
    }
}

void find_serial_lines(const fs::path& root, Found& found) {
    for (const auto& entry : entries(root / "sys/class/tty")) {
        const std::string name = entry.filename().string();
        if (!name.starts_with("ttyACM") && !name.starts_with("ttyUSB")) continue;
        const fs::path node = lasting_name(root / "dev" / name, root / "dev/serial/by-id");
        std::string title = first_line(entry / "device/../product");
        if (title.empty()) title = node.filename().string();
        found.push_back(identified({DeviceKind::CodeReader, title, node}, entry / "device"));
    }
}

/// The printer's node when the kernel drives it, so that it can be named in kiosk.toml.
fs::path printer_node(const fs::path& root, const fs::path& interface) {
    const auto nodes = entries(interface / "usbmisc");
    return nodes.empty() ? interface.filename() : root / "dev/usb" / nodes.front().filename();
}

void find_usb(const fs::path& root, Found& found) {
    for (const auto& interface : entries(root / "sys/bus/usb/devices")) {
        const std::string usb_class = first_line(interface / "bInterfaceClass");
        const auto* const known =
            std::ranges::find(kUsbClasses, usb_class, [](const auto& pair) { return pair.first; });
        if (known == kUsbClasses.end()) continue;
        const std::string place = interface.filename().string();
        const fs::path device = interface.parent_path() / place.substr(0, place.find(':'));
        std::string title = first_line(device / "manufacturer");
        title += (title.empty() ? "" : " ") + first_line(device / "product");
        const fs::path where = known->second == DeviceKind::Printer ? printer_node(root, interface)
                                                                    : fs::path("usb") / place;
        found.push_back(identified({known->second, title, where}, device));
    }
}

void find_sound(const fs::path& root, Found& found) {
    for (const auto& entry : entries(root / "sys/class/sound")) {
        const std::string name = entry.filename().string();
        if (!name.starts_with("card")) continue;
        found.push_back(
            identified({DeviceKind::Sound, first_line(entry / "id"), "hw:" + name.substr(4)},
                       entry / "device"));
    }
}

void find_touch_and_keys(const fs::path& root, Found& found) {
    for (const auto& entry : entries(root / "sys/class/input")) {
        if (!entry.filename().string().starts_with("event")) continue;
        const fs::path masks = entry / "device/capabilities";
        const bool touches = has_bit(first_line(masks / "abs"), kMultitouchX);
        if (!touches && !has_bit(first_line(masks / "key"), kEnterKey)) continue;
        const DeviceKind kind = touches ? DeviceKind::TouchPanel : DeviceKind::Keypad;
        found.push_back(identified(
            {kind, first_line(entry / "device/name"), root / "dev/input" / entry.filename()},
            entry / "device"));
    }
}

}  // namespace

std::string_view name(DeviceKind kind) { return kNames.at(std::to_underlying(kind)); }

std::vector<FoundDevice> search_devices(const std::filesystem::path& root) {
    Found found;
    find_cameras(root, found);
    find_serial_lines(root, found);
    find_usb(root, found);
    find_sound(root, found);
    find_touch_and_keys(root, found);
    std::ranges::stable_sort(found, {}, &FoundDevice::kind);
    return found;
}

}  // namespace motlan
