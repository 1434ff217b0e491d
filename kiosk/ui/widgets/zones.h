// Where the parts of every screen lie (ux 3.4), for the panel, its orientation and the text size.
#pragma once

#include "kiosk/ui/ui.h"

namespace motlan {

struct Zones {
    Rect header;   ///< on a wide panel: the upper part of the rail
    Rect display;  ///< low reach only: the upper half, for what is only looked at
    Rect content;  ///< inside its margins
    Rect action;   ///< the whole bar
    Rect access;   ///< the whole bar, or the lower part of the rail
};

[[nodiscard]] Zones zones_of(const Ui& ui);

}  // namespace motlan
