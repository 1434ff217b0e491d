// T07: do the screen's controls lie where everybody reaches them, sitting in a wheelchair too?
#pragma once

#include <optional>

#include "kiosk/core/device_test.h"
#include "kiosk/ui/theme.h"

namespace motlan {

/// How high above the floor the controls lie of a screen whose picture begins `bottom_mm` above it:
/// the lowest one, and the highest one of those that somebody in a wheelchair needs. Upright those
/// are in the lower half once the screen is lowered; how high they lie before that, for who stands,
/// is told and fails nothing. Not tested where nobody has measured.
[[nodiscard]] TestResult test_reach(const Panel& panel, std::optional<int> bottom_mm);

}  // namespace motlan
