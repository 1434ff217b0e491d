#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"

namespace motlan {

std::optional<Event> draw(Ui& ui, const KeptForLater& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::KeptTitle),
                                        .next = ui.text(Text::KeptNext),
                                        .next_icon = Icon::Check});
    const Sides sides = split_words(ui, frame.content, 56);
    const bool is_wide = !sides.side.is_empty();
    Pieces main(ui, sides.main.w);
    Pieces side(ui, sides.side.w);
    Pieces& last = is_wide ? side : main;
    std::optional<Event> event;
    main.notice({.id = "kept.safe",
                 .tone = Tone::Warn,
                 .title = ui.text(Text::KeptSafe),
                 .words = ui.text(Text::KeptAgain),
                 .icon = Icon::Lock});
    main.skip(ui.dp(24));
    add_slip_card(ui, main, {{Text::KeptCode, screen.dossier, TextRole::Heading2, "kept.dossier"}},
                  screen.dossier);
    main.skip(ui.dp(24));
    add_slip_part(ui, last,
                  {screen.slip, screen.slip_fault, Text::KeptPrinting, Text::KeptPrinted,
                   Text::KeptNotPrinted},
                  event);
    last.skip(ui.dp(20));
    last.text(ui.text(Text::KeptNotReceipt), strong());
    main.draw(sides.main, "kept.page");
    if (is_wide) side.draw(sides.side, "kept.side");
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
