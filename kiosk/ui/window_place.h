// Where a window goes: how SDL shall open it, and how large the panel can be there.
#pragma once

#include "kiosk/ui/window.h"

namespace motlan {

/// Tells SDL what kind of window comes; before it starts.
void set_hints(const WindowSettings& settings);

/// Width of the strip beside the panel, in pixels.
[[nodiscard]] int strip_width(const WindowSettings& settings);

/// The panel, made smaller together with its millimetres when the display is smaller.
[[nodiscard]] Panel fitted(const WindowSettings& settings);

}  // namespace motlan
