// T04: does the card camera read what is held before it, and how well?
#pragma once

#include <optional>

#include "kiosk/care/camera_trial.h"
#include "kiosk/core/device_test.h"

namespace motlan {

/// Counts how many pictures of a code that is held there are read: at least 95 %. With a test slip,
/// whose size is known, also how fine they are: at least 16 pixels each millimetre.
[[nodiscard]] TestResult test_camera(const CameraTrial& trial);

/// The next code that is held before the camera; nothing when none came in time.
[[nodiscard]] Result<std::optional<Bytes>> read_next_code(const CameraTrial& trial);

}  // namespace motlan
