// The ring around what the six keys are on.
#pragma once

#include "kiosk/ui/paint.h"
#include "kiosk/ui/theme.h"

namespace motlan {

/// Two lines, one bright and one dark, together 2 mm: seen on any ground (ux 3.4).
inline void draw_ring(Paint& paint, const Theme& theme, const Rect& box) {
    const int line = theme.dp(4);
    const Rect outer = box.inset(-2 * line);
    paint.outline(outer, theme.colours().focus_outer, theme.dp(14), line);
    paint.outline(outer.inset(line), theme.colours().focus_inner, theme.dp(10), line);
}

}  // namespace motlan
