#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {

std::optional<Event> draw(Ui& ui, const KeptForLater& screen) {
    const bool is_wrong = screen.is_receipt_wrong;
    const Text title = is_wrong ? Text::KeptTitleReceipt : Text::KeptTitle;
    const Frame frame = draw_frame(
        ui, {.title = ui.text(title), .next = ui.text(Text::KeptNext), .next_icon = Icon::Check});
    EndPage page(ui, frame.content, 56);
    std::optional<Event> event;
    page.main().notice({.id = "kept.safe",
                        .tone = Tone::Warn,
                        .title = ui.text(is_wrong ? Text::KeptSafeReceipt : Text::KeptSafe),
                        .words = ui.text(Text::KeptAgain),
                        .icon = Icon::Lock});
    page.main().skip(ui.dp(24));
    page.add_facts(ui, {{Text::KeptCode, screen.dossier, TextRole::Heading2, "kept.dossier"}},
                   screen.dossier);
    page.main().skip(ui.dp(24));
    add_slip_part(ui, page.rest(),
                  {screen.slip, screen.slip_fault, Text::KeptPrinting, Text::KeptPrinted,
                   Text::KeptNotPrinted},
                  event);
    if (screen.burden.for_whom != ForWhom::Self)
        page.rest().text(behalf_line(ui, screen.burden.for_whom), strong());
    page.rest().skip(ui.dp(20));
    page.rest().text(ui.text(Text::KeptNotReceipt), strong());
    const ButtonSpec rate{.id = "done.rate", .label = ui.text(Text::DoneRate), .icon = Icon::Star};
    page.rest().skip(ui.dp(24));
    page.rest().add(std::max(ui.dp(88), button_height(ui, rate, page.rest().width())),
                    [&ui, rate, &event](const Rect& box) {
                        if (button(ui, box, rate)) event = RatingWished{};
                    });
    page.draw("kept");
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
