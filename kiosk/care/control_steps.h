// The values of a camera's control that are worth trying, in order. Pure.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/core/camera_control.h"

namespace motlan {

/// At most so many: a person goes through all of them.
inline constexpr std::size_t kMostControlSteps = 20;

/// From the least to the most; where the most is many times the least, each is as many times the
/// one before it, since light is seen so. At least one value.
[[nodiscard]] std::vector<int> control_steps(const ControlRange& range);

/// Where the control is: 0 when it is left to the camera, else one more than the place of the
/// nearest of its values.
[[nodiscard]] int step_now(const ControlRange& range);

/// What stands at that place; nothing for 0.
[[nodiscard]] std::optional<int> value_at(const ControlRange& range, int step);

}  // namespace motlan
