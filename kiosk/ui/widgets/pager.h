// Cuts a long list into pages; citizens turn pages, they never scroll (ux 0.1).
#pragma once

#include <span>
#include <string>

#include "kiosk/ui/ui.h"

namespace motlan {

/// What a row is to the person who counts them.
enum class RowKind : std::uint8_t {
    Item,     ///< one of those that are counted
    Heading,  ///< stays with the row below it
    Other,
};

/// What is on the page shown now: the rows from `first` up to but without `end`.
struct PageView {
    int first = 0;
    int end = 0;
    int count = 0;
    int page = 0;
    int pages = 1;
    Phrase where;  ///< "1–6 trong 14", or "Trang 1/3" where a page has nothing to count
};

/// Heights of the rows, the space between them and the room for all, in pixels.
struct PagedRows {
    std::span<const int> heights;
    int gap = 0;
    int room = 0;
    int most = 1000;                   ///< rows a page
    std::span<const RowKind> kinds{};  ///< all are items when empty
};

/// Finds the page shown now under that id; more than one page leaves room for the bar.
[[nodiscard]] PageView page_view(Ui& ui, const std::string& id, const PagedRows& rows);

/// The first time that the list is shown, turns to the page with that row.
void open_at(Ui& ui, const std::string& id, const PagedRows& rows, int row);

/// Height of the bar with "further" and "back".
[[nodiscard]] int pager_height(const Ui& ui);

/// Draws the bar at the bottom of the box when there is more than one page.
void draw_pager(Ui& ui, const Rect& box, const std::string& id, const PageView& view);

}  // namespace motlan
