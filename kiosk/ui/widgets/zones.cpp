#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

bool is_normal(const Ui& ui) { return ui.theme().size() == TextSize::Normal; }

Zones portrait(const Ui& ui) {
    const Rect& area = ui.area();
    const int header =
        is_normal(ui) ? ui.dp(132) : 3 * ui.theme().line_height(TextRole::Caption) + ui.dp(24);
    const int access = is_normal(ui) ? ui.dp(148) : ui.dp(312);
    const int action = ui.dp(160);
    const int access_y = area.bottom() - access;
    const Rect content{area.x, area.y + header, area.w, area.h - header - access - action};
    return {{area.x, area.y, area.w, header},
            content.inset(ui.dp(64), ui.dp(40)),
            {area.x, access_y - action, area.w, action},
            {area.x, access_y, area.w, access}};
}

Zones landscape(const Ui& ui) {
    const Rect& area = ui.area();
    const int rail = ui.dp(384);
    const int access = is_normal(ui) ? ui.dp(380) : ui.dp(540);
    const int action = ui.dp(144);
    const Rect content{area.x + rail, area.y, area.w - rail, area.h - action};
    return {{area.x, area.y, rail, area.h},
            content.inset(ui.dp(64), ui.dp(32)),
            {area.x + rail, area.bottom() - action, area.w - rail, action},
            {area.x, area.bottom() - access, rail, access}};
}

}  // namespace

Zones zones_of(const Ui& ui) { return ui.theme().is_portrait() ? portrait(ui) : landscape(ui); }

}  // namespace motlan
