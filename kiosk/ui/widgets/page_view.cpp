#include "kiosk/ui/widgets/page_view.h"

#include <algorithm>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/viewfinder.h"

namespace motlan {
namespace {

constexpr int kMostSteps = 3;

ButtonSpec tool(const Ui& ui, std::string id, Text label, Icon icon) {
    return {.id = std::move(id),
            .label = ui.text(label),
            .icon = icon,
            .kind = ButtonKind::Quiet,
            .role = TextRole::Body};
}

/// Larger or smaller, and where it is larger, up or down.
void draw_tools(Ui& ui, const Rect& bar) {
    int& larger = ui.memory("page.larger");
    int& down = ui.memory("page.down");
    const Row row(bar, larger > 0 ? 3 : 1, ui.dp(16));
    if (larger == 0) {
        if (button(ui, row.at(0), tool(ui, "page.larger", Text::PageLarger, Icon::Magnifier)))
            larger = 1;
        return;
    }
    if (button(ui, row.at(0), tool(ui, "page.smaller", Text::PageSmaller, Icon::Minus)))
        larger = down = 0;
    ButtonSpec up = tool(ui, "page.up", Text::PageUp, Icon::ChevronUp);
    up.is_enabled = down > 0;
    if (button(ui, row.at(1), up)) --down;
    ButtonSpec below = tool(ui, "page.down", Text::PageDown, Icon::ChevronDown);
    below.is_enabled = down < kMostSteps;
    if (button(ui, row.at(2), below)) ++down;
}

}  // namespace

void page_view(Ui& ui, const Rect& box, const Picture& page) {
    const Palette& p = ui.colours();
    const int tools = std::max(ui.dp(72), ui.theme().line_height(TextRole::Body) + ui.dp(24));
    const Rect frame = shown_place(ui, {box.x, box.y, box.w, box.h - tools - ui.dp(16)});
    ui.paint().fill(frame, p.still.ground, ui.dp(24));
    ui.paint().outline(frame, p.outline, ui.dp(24), ui.dp(2));
    const Rect inner = frame.inset(ui.dp(16));
    ui.add({.id = "page.view",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::PagePicture),
            .rect = frame,
            .privacy = Privacy::Masked});
    if (page) {
        const bool is_larger = ui.memory("page.larger") > 0;
        Rect place = fitted_box(inner, page->width, page->height);
        if (is_larger) {
            const int high = inner.w * page->height / std::max(1, page->width);
            const int hidden = std::max(0, high - inner.h);
            place = {inner.x, inner.y - hidden * ui.memory("page.down") / kMostSteps, inner.w,
                     high};
        }
        ui.paint().clip(inner);
        ui.paint().picture(place, page, 0, p.still.ground);
        ui.paint().unclip();
    }
    draw_tools(ui, {box.x, box.bottom() - tools, box.w, tools});
}

}  // namespace motlan
