// Exposure, focus and light of a camera, where it lets them be set. A camera keeps the settings of
// whoever used it last, so each is set anew: to the configured value, or to the camera's own care.
#pragma once

#include <vector>

#include "drivers/camera/video_device.h"
#include "kiosk/core/camera_control.h"
#include "kiosk/core/lamp.h"
#include "kiosk/device/devices.h"

namespace motlan {

/// Sets what the camera has; a value beyond its range becomes the nearest. The lamps of Vietnam
/// flicker at 50 Hz, and the camera is told so. What it does not have is passed by.
void apply_controls(VideoDevice& device, const CameraControls& wanted);

/// What the camera lets be set, from where to where as it says itself, and how it is now.
[[nodiscard]] std::vector<ControlRange> controls_of(VideoDevice& device);

/// Sets one of them, a value beyond its range to the nearest; whether the camera has it and took
/// it.
bool set_control(VideoDevice& device, const ControlWish& wish);

/// Whether the camera has a lamp that can be turned on and off.
[[nodiscard]] bool has_lamp(VideoDevice& device);

/// Turns the lamp on or off; whether there is one and it obeys. Nothing turns it off when the
/// camera is closed.
bool turn_lamp(VideoDevice& device, Lamp lamp);

}  // namespace motlan
