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

/// Height that every page has for one thing, above the bar that turns pages and below a heading.
[[nodiscard]] int page_room(const Ui& ui);

/// Height of what stays together of a text that goes on from page to page: less than the lowest
/// page has room for.
[[nodiscard]] int part_room(const Ui& ui);

/// Whether something of that height has no room on a page: low and in large letters some rows and
/// notices are so high, and what others write may be.
[[nodiscard]] bool is_too_high(const Ui& ui, int high);

}  // namespace motlan
