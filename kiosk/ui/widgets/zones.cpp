#include "kiosk/ui/widgets/zones.h"

#include "kiosk/ui/widgets/pager.h"

namespace motlan {
namespace {

bool is_normal(const Ui& ui) { return ui.theme().size() == TextSize::Normal; }

int access_height(const Ui& ui) {
    if (is_normal(ui)) return ui.dp(148);
    return ui.dp(ui.is_low() ? 216 : 312);
}

Zones portrait(const Ui& ui) {
    const Rect& area = ui.area();
    const int header =
        is_normal(ui) ? ui.dp(132) : 3 * ui.theme().line_height(TextRole::Caption) + ui.dp(24);
    const int access = access_height(ui);
    const int action = ui.dp(160);
    const int access_y = area.bottom() - access;
    Zones zones{.header = {area.x, area.y, area.w, header},
                .content = {area.x, area.y + header, area.w, area.h - header - access - action},
                .action = {area.x, access_y - action, area.w, action},
                .access = {area.x, access_y, area.w, access}};
    if (!ui.is_low()) {
        zones.content = zones.content.inset(ui.dp(64), ui.dp(40));
        return zones;
    }
    const int middle = area.y + (area.h + 1) / 2;
    zones.display =
        Rect{area.x, area.y + header, area.w, middle - area.y - header}.inset(ui.dp(64), ui.dp(32));
    zones.content =
        Rect{area.x, middle, area.w, zones.action.y - middle}.inset(ui.dp(64), ui.dp(4));
    return zones;
}

Zones landscape(const Ui& ui) {
    const Rect& area = ui.area();
    const int rail = ui.dp(384);
    const int access = is_normal(ui) ? ui.dp(380) : ui.dp(540);
    const int action = ui.dp(144);
    const Rect content{area.x + rail, area.y, area.w - rail, area.h - action};
    const Rect margins = content.inset(ui.dp(64), ui.dp(32));
    const Rect actions{area.x + rail, area.bottom() - action, area.w - rail, action};
    return {.header = ui.for_hand({area.x, area.y, rail, area.h}, area),
            .content = ui.for_hand(margins, area),
            .action = ui.for_hand(actions, area),
            .access = ui.for_hand({area.x, area.bottom() - access, rail, access}, area)};
}

}  // namespace

Zones zones_of(const Ui& ui) { return ui.theme().is_portrait() ? portrait(ui) : landscape(ui); }

int page_room(const Ui& ui) {
    const int content = zones_of(ui).content.h;
    // Low, the heading stands in the upper half. A way on with two lines takes some height.
    return (ui.is_low() ? content : content * 3 / 4) - pager_height(ui) - ui.dp(96);
}

int part_room(const Ui& ui) { return ui.area().h / 5; }

bool is_too_high(const Ui& ui, int high) { return high > page_room(ui); }

}  // namespace motlan
