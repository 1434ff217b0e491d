#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"
#include "kiosk/ui/when.h"

namespace motlan {

std::optional<Event> draw(Ui& ui, const SavedForLater& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::SavedTitle),
                                        .next = ui.text(Text::SavedNext),
                                        .next_icon = Icon::Check});
    EndPage page(ui, frame.content, 60);
    std::optional<Event> event;
    page.main().notice({.id = "saved.safe",
                        .tone = Tone::Note,
                        .title = ui.text(Text::SavedSafe),
                        .words = ui.text(Text::SavedHow),
                        .icon = Icon::Lock});
    page.main().skip(ui.dp(24));
    page.add_facts(ui,
                   {{Text::SavedUntil, due_text(screen.saved.until, ui.language()),
                     TextRole::Heading2, "saved.day"},
                    {Text::SavedKiosk, screen.saved.kiosk, TextRole::Body, "saved.machine"}},
                   screen.saved.code.reveal(), Text::SavedQr);
    page.main().skip(ui.dp(24));
    add_slip_part(ui, page.rest(),
                  {screen.slip, screen.slip_fault, Text::SavedPrinting, Text::SavedPrinted,
                   Text::SavedNotPrinted},
                  event);
    page.rest().skip(ui.dp(20));
    page.rest().text(ui.text(Text::SavedLost), strong());
    page.draw("saved");
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
