// A scanned page to look at: whole, or larger in parts that are reached with buttons, not gestures.
#pragma once

#include "kiosk/ui/ui.h"

namespace motlan {

/// Fills the box with the page and, below it, the buttons that show it in three larger sizes and
/// lead to its parts.
void page_view(Ui& ui, const Rect& box, const Picture& page);

/// Height of the buttons below the whole page, with the space above them.
[[nodiscard]] int page_tools_height(const Ui& ui);
/// The least height in which a page is shown; in a lower box there are only its buttons.
[[nodiscard]] int page_view_height(const Ui& ui);

}  // namespace motlan
