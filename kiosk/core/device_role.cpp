#include "kiosk/core/device_role.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr std::array kRoles{DeviceRole::CardCamera,     DeviceRole::HandReader,
                            DeviceRole::ChipReader,     DeviceRole::Scanner,
                            DeviceRole::DocumentCamera, DeviceRole::Printer};
constexpr std::array<std::string_view, kRoles.size()> kNames{
    "card_camera", "hand_reader", "chip", "scanner", "document_camera", "printer"};
static_assert(kRoles.size() == std::to_underlying(DeviceRole::Printer) + 1);

}  // namespace

std::span<const DeviceRole> all_device_roles() { return kRoles; }

std::string_view name(DeviceRole device) { return kNames.at(std::to_underlying(device)); }

std::optional<DeviceRole> device_role_of(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<DeviceRole>(found - kNames.begin());
}

}  // namespace motlan
