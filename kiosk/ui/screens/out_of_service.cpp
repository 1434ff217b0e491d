#include "kiosk/ui/follow_words.h"
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
    // Large letters need all the room.
    const TextSize roomy = ui.theme().is_portrait() ? TextSize::Medium : TextSize::Normal;
    const bool is_tight = ui.theme().size() > roomy;
    const int side = ui.dp(is_tight ? 96 : 180);
    column.skip(is_tight ? 0 : place.h / 6);
    const Rect mark = column.take(side).centered(side, side);
    ui.paint().fill(mark, p.still.ground, side / 2);
    draw_icon(ui, Icon::Clock, mark.inset(side / 5), p.still.ink);
    column.skip(ui.dp(is_tight ? 12 : 40));
    text(ui, column, ui.text(Text::ClosedTitle),
         {.role = TextRole::Display, .weight = Weight::Bold, .align = Align::Center});
    column.skip(ui.dp(24));
    text(ui, column, ui.text(fault_text(screen.fault)),
         {.role = TextRole::Heading2, .align = Align::Center, .id = "closed.fault"});
    column.skip(ui.dp(12));
    text(ui, column, ui.text(Text::ClosedWhatNow),
         {.role = TextRole::Heading2, .align = Align::Center});
    if (const std::string& counter = ui.office().other_counter; !counter.empty()) {
        column.skip(ui.dp(24));
        text(ui, column, ui.text(Text::ClosedOtherCounter, {{"place", counter}}),
             {.role = TextRole::Heading2,
              .weight = Weight::Bold,
              .align = Align::Center,
              .id = "closed.other_counter"});
    }
    column.skip(ui.dp(32));
    TextStyle support = caption(ui);
    support.align = Align::Center;
    text(ui, column, ui.text(Text::ClosedSince, {{"moment", moment_text(ui, screen.since)}}),
         support);
    text(ui, column, ui.text(Text::CommonCode, {{"code", std::string(code(screen.fault))}}),
         support);
    return std::nullopt;
}

}  // namespace motlan
