// What a camera may let be set while it takes pictures, as plain values for driver, screen and
// kiosk.toml. Which of it a camera has, and from where to where, only the camera knows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace motlan {

enum class CameraControl : std::uint8_t {
    Exposure,  ///< of each picture, in microseconds
    Gain,      ///< in the camera's own steps, as the next two
    Brightness,
    Focus,
};

/// Every one, in the order of the list above.
[[nodiscard]] std::span<const CameraControl> all_camera_controls();
/// As its key in kiosk.toml: "exposure_us", "gain", "brightness", "focus".
[[nodiscard]] std::string_view name(CameraControl control);
[[nodiscard]] std::optional<CameraControl> camera_control_of(std::string_view name);

/// How a camera lets one of them be set, and how it is set now.
struct ControlRange {
    CameraControl control = CameraControl::Exposure;
    int least = 0;
    int most = 0;
    int step = 1;   ///< 1 or more
    int usual = 0;  ///< between them: what the camera was made with
    /// Nothing while the camera sees to it by itself, or has what it was made with.
    std::optional<int> value{};
    bool operator==(const ControlRange&) const = default;
};

/// Something to be set; nothing leaves it to the camera.
struct ControlWish {
    CameraControl control = CameraControl::Exposure;
    std::optional<int> value{};
    bool operator==(const ControlWish&) const = default;
};

}  // namespace motlan
