// Places for what is only looked at: where hands are low, the upper half of the screen (ux 3.5).
#pragma once

#include <algorithm>
#include <utility>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/column.h"

namespace motlan {

/// A box of that height for something that nobody touches.
[[nodiscard]] inline Rect take_shown(Ui& ui, Column& column, int height) {
    if (!ui.is_low() || ui.display().h < height) return column.take(height);
    Column above(ui.display());
    const Rect taken = above.take(height);
    ui.set_display(above.rest());
    return taken;
}

/// Space below such a box, where the box was.
inline void skip_shown(Ui& ui, Column& column, int height) {
    if (!ui.is_low()) return column.skip(height);
    Column above(ui.display());
    above.skip(height);
    ui.set_display(above.rest());
}

/// All that is left of the upper half where hands are low; otherwise that box.
[[nodiscard]] inline Rect shown_place(Ui& ui, const Rect& box) {
    if (!ui.is_low()) return box;
    const Rect place = ui.display();
    ui.set_display({});
    return place;
}

}  // namespace motlan
