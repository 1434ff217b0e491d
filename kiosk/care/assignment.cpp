#include "kiosk/care/assignment.h"

#include <format>

namespace motlan {
namespace {

/// A driver that finds its device by a path.
SettingValues driven(DeviceRole role, std::string_view driver, const FoundDevice& device) {
    return {{std::format("{}.driver", name(role)), std::string(driver)},
            {std::format("{}.path", name(role)), device.where.string()}};
}

}  // namespace

SettingValues settings_for(DeviceRole role, const FoundDevice& device) {
    switch (role) {
        case DeviceRole::CardCamera:
        case DeviceRole::DocumentCamera:
            if (device.kind == DeviceKind::Camera) return driven(role, "camera", device);
            break;
        case DeviceRole::HandReader:
            if (device.kind == DeviceKind::CodeReader) return driven(role, "serial", device);
            break;
        case DeviceRole::Printer:
            if (device.where.string().starts_with("ipp"))
                return {{"printer.driver", "ipp"}, {"printer.address", device.where.string()}};
            if (device.kind == DeviceKind::Printer) return driven(role, "escpos", device);
            break;
        case DeviceRole::ChipReader:
            if (device.kind == DeviceKind::CardReader) return {{"chip.driver", "pcsc"}};
            break;
        case DeviceRole::Scanner:
            if (device.kind == DeviceKind::Scanner)
                return {{"scanner.driver", "sane"}, {"scanner.device", device.where.string()}};
            break;
    }
    return {};
}

SettingValues settings_for_none(DeviceRole role) {
    switch (role) {
        case DeviceRole::HandReader:
        case DeviceRole::ChipReader:
        case DeviceRole::DocumentCamera: return {{std::format("{}.driver", name(role)), "none"}};
        case DeviceRole::CardCamera:
        case DeviceRole::Scanner:
        case DeviceRole::Printer: break;
    }
    return {};
}

}  // namespace motlan
