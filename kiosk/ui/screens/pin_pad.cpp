#include "kiosk/ui/screens/pin_pad.h"

#include <algorithm>

#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

std::optional<Event> draw_pin_pad(Ui& ui, const Rect& box, const PinPad& pad) {
    Column column(box);
    if (!pad.refused.is_empty()) {
        badge(ui, take_shown(ui, column, badge_height(ui, pad.refused, column.width())),
              {.tone = Tone::Warn, .words = pad.refused, .id = "entry.refused", .is_news = true});
        skip_shown(ui, column, ui.dp(8));
    }
    std::string dots;
    for (std::size_t n = 0; n < pad.digits; ++n) dots += "•";
    field(ui, column,
          {.id = "entry.digits",
           .label = ui.text(Text::EntryPin),
           .has_label = ui.theme().is_portrait() && ui.theme().size() == TextSize::Normal,
           .hint = ui.text(Text::EntryPin),
           .value = dots,
           .privacy = Privacy::Masked},
          1);
    skip_shown(ui, column, ui.dp(24));
    const Rect rest = column.rest();
    return number_pad(
        ui, {rest.x, rest.y, std::min(rest.w, ui.dp(640)), std::min(rest.h, 4 * ui.dp(112))},
        Privacy::Masked);
}

}  // namespace motlan
