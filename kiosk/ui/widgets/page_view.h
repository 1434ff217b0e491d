// A scanned page to look at: whole, or larger in parts that are reached with buttons, not gestures.
#pragma once

#include "kiosk/ui/ui.h"

namespace motlan {

/// The page as it is shown.
struct PageLook {
    const Picture& picture;
    int turns = 0;  ///< quarters clockwise that a person has turned it, 0 to 3
    bool may_turn = true;
};

/// Fills the box with the page and, below it, the buttons that turn it, show it in three larger
/// sizes and lead to its parts. True when it shall be turned by a quarter clockwise.
[[nodiscard]] bool page_view(Ui& ui, const Rect& box, const PageLook& page);

/// Where the page, turned as it is, fits into the middle of the box.
[[nodiscard]] Rect fitted_page(const Rect& box, const PageLook& page);

/// Height of the buttons below the whole page, with the space above them.
[[nodiscard]] int page_tools_height(const Ui& ui);
/// The least height in which a page is shown; in a lower box there are only its buttons.
[[nodiscard]] int page_view_height(const Ui& ui);

}  // namespace motlan
