#include "kiosk/ui/widgets/page_view.h"

#include <algorithm>
#include <vector>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/viewfinder.h"

namespace motlan {
namespace {

/// 0: the whole page; 1: as wide as the box; 2 and 3: half as wide again, twice as wide.
constexpr int kMostLarger = 3;
/// How many steps lead from one edge of the page to the other.
constexpr int kMostSteps = 3;
/// A page that is lower than this tells nobody anything, in quarter millimetres.
constexpr int kLeast = 240;

struct Tool {
    std::string id;
    Text label;
    Icon icon;
    int* number;
    int by;
    int most;
};

ButtonSpec spec_of(const Ui& ui, const Tool& tool) {
    const int next = *tool.number + tool.by;
    return {.id = tool.id,
            .label = ui.text(tool.label),
            .icon = tool.icon,
            .kind = ButtonKind::Quiet,
            .is_enabled = next >= 0 && next <= tool.most,
            .why_not = ui.text(Text::WhyNotFurther),
            .role = TextRole::Body};
}

int tool_height(const Ui& ui) {
    return std::max(ui.dp(72), ui.theme().line_height(TextRole::Body) + ui.dp(24));
}

void draw_tools(Ui& ui, const Row& row, const std::vector<Tool>& tools) {
    for (int i = 0; const Tool& tool : tools) {
        if (button(ui, row.at(i++), spec_of(ui, tool))) *tool.number += tool.by;
    }
}

/// Larger or smaller; where it is larger than the box, the ways to its other parts.
struct Tools {
    std::vector<Tool> size;
    std::vector<Tool> part;
};

Tools tools_of(Ui& ui) {
    int& larger = ui.memory("page.larger");
    int& down = ui.memory("page.down");
    int& right = ui.memory("page.right");
    Tools tools{
        .size = {{"page.larger", Text::PageLarger, Icon::Magnifier, &larger, 1, kMostLarger}}};
    if (larger == 0) return down = right = 0, tools;
    tools.size.insert(tools.size.begin(),
                      {"page.smaller", Text::PageSmaller, Icon::Minus, &larger, -1, kMostLarger});
    tools.part = {{"page.up", Text::PageUp, Icon::ChevronUp, &down, -1, kMostSteps},
                  {"page.down", Text::PageDown, Icon::ChevronDown, &down, 1, kMostSteps}};
    if (larger == 1) return right = 0, tools;
    tools.part.push_back({"page.left", Text::PageLeft, Icon::ArrowLeft, &right, -1, kMostSteps});
    tools.part.push_back({"page.right", Text::PageRight, Icon::ArrowRight, &right, 1, kMostSteps});
    return tools;
}

bool lies_across(const PageLook& page) { return page.turns % 2 != 0; }
int width_of(const PageLook& page) {
    return lies_across(page) ? page.picture->height : page.picture->width;
}
int height_of(const PageLook& page) {
    return lies_across(page) ? page.picture->width : page.picture->height;
}

Rect place_of(Ui& ui, const Rect& inner, const PageLook& page) {
    const int larger = ui.memory("page.larger");
    if (larger == 0) return fitted_page(inner, page);
    const int wide = inner.w * (1 + larger) / 2;
    const int high = wide * height_of(page) / std::max(1, width_of(page));
    const int below = std::max(0, high - inner.h);
    const int beside = std::max(0, wide - inner.w);
    return {inner.x - beside * ui.memory("page.right") / kMostSteps,
            inner.y - below * ui.memory("page.down") / kMostSteps, wide, high};
}

void draw_page(Ui& ui, const Rect& frame, const PageLook& page) {
    const Palette& p = ui.colours();
    ui.paint().fill(frame, p.still.ground, ui.dp(24));
    ui.paint().outline(frame, p.outline, ui.dp(24), ui.dp(2));
    const Rect inner = frame.inset(ui.dp(16));
    ui.add({.id = "page.view",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::PagePicture),
            .rect = frame,
            .privacy = Privacy::Masked});
    if (!page.picture) return;
    ui.paint().clip(inner);
    ui.paint().turned_picture(place_of(ui, inner, page), page.picture, page.turns);
    ui.paint().unclip();
}

/// Who looks closely sees the page as it lies already.
bool draw_turn(Ui& ui, const Rect& box, const PageLook& page) {
    return button(ui, box,
                  {.id = "page.turn",
                   .label = ui.text(Text::PageTurn),
                   .icon = Icon::QuarterTurn,
                   .kind = ButtonKind::Quiet,
                   .is_enabled = page.may_turn,
                   .why_not = ui.text(Text::WhyNotFed),
                   .role = TextRole::Body});
}

}  // namespace

int page_tools_height(const Ui& ui) { return tool_height(ui) + ui.dp(16); }

/// Low, the page itself is shown in the upper half.
int page_view_height(const Ui& ui) {
    return page_tools_height(ui) + (ui.is_low() ? 0 : ui.dp(kLeast));
}

Rect fitted_page(const Rect& box, const PageLook& page) {
    return fitted_box(box, width_of(page), height_of(page));
}

bool page_view(Ui& ui, const Rect& box, const PageLook& page) {
    const Tools tools = tools_of(ui);
    const int high = tool_height(ui);
    const int gap = ui.dp(16);
    const int used = (high + gap) * (tools.part.empty() ? 1 : 2);
    const Rect frame = shown_place(ui, {box.x, box.y, box.w, box.h - used});
    const bool is_larger = !tools.part.empty();
    if (is_larger || frame.h >= ui.dp(kLeast)) draw_page(ui, frame, page);
    Rect bar{box.x, box.bottom() - used + gap, box.w, high};
    if (!is_larger) {
        const Row row(bar, 2, gap);
        draw_tools(ui, row, tools.size);
        return draw_turn(ui, row.at(1), page);
    }
    draw_tools(ui, Row(bar, static_cast<int>(tools.part.size()), gap), tools.part);
    bar.y += high + gap;
    draw_tools(ui, Row(bar, static_cast<int>(tools.size.size()), gap), tools.size);
    return false;
}

}  // namespace motlan
