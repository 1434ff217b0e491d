#include "kiosk/ui/widgets/help_banner.h"

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/text.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

/// 3 mm (ux 6.2).
constexpr int kFrame = 12;

}  // namespace

void draw_help_banner(Ui& ui, const Rect& header) {
    const Palette& p = ui.colours();
    Rect box = header;
    if (!ui.theme().is_portrait()) box.h = zones_of(ui).access.y - header.y;
    ui.paint().fill(box, p.helper);
    const GroundScope ground(ui, p.helper);
    const Surroundings& around = ui.surroundings();
    const TextStyle style{.role = TextRole::Caption,
                          .weight = Weight::Bold,
                          .ink = p.on_helper,
                          .is_middle = true,
                          .id = "frame.helper"};
    text(ui, box.inset(ui.dp(ui.theme().is_portrait() ? 64 : 24), ui.dp(8)),
         ui.text(Text::HelpBanner,
                 {{"name", around.helper->name}, {"minutes", std::to_string(around.help_minutes)}}),
         style);
}

void draw_help_frame(Ui& ui) {
    const int wide = ui.dp(kFrame);
    const Colour colour = ui.colours().helper;
    const Rect& all = ui.area();
    ui.paint().fill({all.x, all.y, all.w, wide}, colour);
    ui.paint().fill({all.x, all.bottom() - wide, all.w, wide}, colour);
    ui.paint().fill({all.x, all.y, wide, all.h}, colour);
    ui.paint().fill({all.right() - wide, all.y, wide, all.h}, colour);
}

}  // namespace motlan
