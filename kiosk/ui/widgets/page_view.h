// A scanned page to look at: whole, or larger in parts that are reached with buttons, not gestures.
#pragma once

#include "kiosk/ui/ui.h"

namespace motlan {

/// Fills the box with the page and, below it, the buttons that show it in three larger sizes and
/// lead to its parts.
void page_view(Ui& ui, const Rect& box, const Picture& page);

}  // namespace motlan
