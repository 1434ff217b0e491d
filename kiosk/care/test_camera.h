// T04: does the card camera read what is held before it, and how well?
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "kiosk/core/device_test.h"
#include "kiosk/device/card_camera.h"
#include "kiosk/eye/client.h"

namespace motlan {

/// Looks at one picture as a visit does.
using LookAtCard = std::function<Result<CardSighting>(const EncodedPicture&)>;

struct CameraTrial {
    CardCamera& camera;
    LookAtCard look;
    const Clock& clock;
    std::chrono::seconds patience{20};  ///< until something is held before it
    int pictures = 50;                  ///< looked at from then on (ux 7, T04)
};

/// Counts how many pictures of a code that is held there are read: at least 95 %. With a test slip,
/// whose size is known, also how fine they are: at least 16 pixels each millimetre.
[[nodiscard]] TestResult test_camera(const CameraTrial& trial);

/// The next code that is held before the camera; nothing when none came in time.
[[nodiscard]] Result<std::optional<Bytes>> read_next_code(const CameraTrial& trial);

}  // namespace motlan
