#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

std::optional<Event> draw(Ui& ui, const OutOfService& screen) {
    const Frame frame = draw_frame(ui, {});
    const Palette& p = ui.colours();
    const Rect place = shown_place(ui, frame.content);
    Column column(place);
    column.skip(place.h / 6);
    const Rect mark = column.take(ui.dp(180)).centered(ui.dp(180), ui.dp(180));
    ui.paint().fill(mark, p.still.ground, ui.dp(90));
    draw_icon(ui, Icon::Clock, mark.inset(ui.dp(36)), p.still.ink);
    column.skip(ui.dp(40));
    text(ui, column, ui.text(Text::ClosedTitle),
         {.role = TextRole::Display, .weight = Weight::Bold, .align = Align::Center});
    column.skip(ui.dp(24));
    text(ui, column, ui.text(fault_text(screen.fault)),
         {.role = TextRole::Heading2, .align = Align::Center, .id = "closed.fault"});
    column.skip(ui.dp(12));
    text(ui, column, ui.text(Text::ClosedWhatNow),
         {.role = TextRole::Heading2, .align = Align::Center});
    column.skip(ui.dp(32));
    TextStyle support = caption(ui);
    support.align = Align::Center;
    text(ui, column, ui.text(Text::CommonCode, {{"code", std::string(code(screen.fault))}}),
         support);
    return std::nullopt;
}

}  // namespace motlan
