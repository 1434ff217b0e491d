#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

std::optional<Event> draw(Ui& ui, const NotFiled& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::NotFiledTitle),
                                        .next = ui.text(Text::NotFiledNext),
                                        .next_icon = Icon::Check});
    Column column(shown_place(ui, frame.content));
    notice(ui, column,
           {.id = "not_filed.fault",
            .tone = Tone::Error,
            .title = ui.text(fault_text(screen.fault)),
            .small_code = support_words(ui, screen.fault)});
    column.skip(ui.dp(32));
    text(ui, column, ui.text(Text::NotFiledWhatNow), {.role = TextRole::Heading2});
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : std::nullopt;
}

}  // namespace motlan
