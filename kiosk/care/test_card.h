// Does the chip reader wake a card and get an answer?
#pragma once

#include <chrono>

#include "kiosk/core/device_test.h"
#include "kiosk/device/chip_terminal.h"

namespace motlan {

/// Waits for any card, wakes it and asks for its application's name; opens and reads nothing.
/// `terminal` is nullptr where kiosk.toml names none.
[[nodiscard]] TestResult test_card(ChipTerminal* terminal, const Clock& clock,
                                   std::chrono::seconds patience = std::chrono::seconds(20));

}  // namespace motlan
