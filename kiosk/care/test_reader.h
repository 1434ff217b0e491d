// Does the hand reader send what is before it, with every Vietnamese mark?
#pragma once

#include <chrono>

#include "kiosk/core/device_test.h"
#include "kiosk/device/qr_reader.h"

namespace motlan {

/// Waits for one code. A test slip tells whether its marks arrive; a card's code is counted and
/// forgotten. `reader` is nullptr where kiosk.toml names none.
[[nodiscard]] TestResult test_reader(QrReader* reader, const Clock& clock,
                                     std::chrono::seconds patience = std::chrono::seconds(20));

}  // namespace motlan
