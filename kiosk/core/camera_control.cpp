#include "kiosk/core/camera_control.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr std::array kControls{CameraControl::Exposure, CameraControl::Gain,
                               CameraControl::Brightness, CameraControl::Focus};
constexpr std::array<std::string_view, kControls.size()> kNames{"exposure_us", "gain", "brightness",
                                                                "focus"};

}  // namespace

std::span<const CameraControl> all_camera_controls() { return kControls; }

std::string_view name(CameraControl control) { return kNames.at(std::to_underlying(control)); }

std::optional<CameraControl> camera_control_of(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return kControls.at(static_cast<std::size_t>(found - kNames.begin()));
}

}  // namespace motlan
