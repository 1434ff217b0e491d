#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"

namespace motlan {
namespace {

/// The code that finds the dossier again; long ones are set in groups so that they can be read out.
void draw_code(Ui& ui, Column& column, const std::string& dossier) {
    const Phrase code = plain(dossier);
    const TextStyle style{.role = TextRole::Heading2, .weight = Weight::Bold, .id = "kept.dossier"};
    const int pad = ui.dp(36);
    const int room = column.width() - 2 * pad;
    const int high = ui.theme().line_height(TextRole::Caption) + text_height(ui, code, style, room);
    const Rect card = column.take(high + 2 * pad);
    draw_card(ui, card);
    const GroundScope ground(ui, ui.colours().surface);
    Column inside(card.inset(pad));
    text(ui, inside, ui.text(Text::KeptCode), caption(ui));
    text(ui, inside, code, style);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const KeptForLater& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::KeptTitle),
                                        .next = ui.text(Text::KeptNext),
                                        .next_icon = Icon::Check});
    const Sides sides = split(ui, frame.content, 56);
    Column main(sides.main);
    notice(ui, main,
           {.id = "kept.safe",
            .tone = Tone::Warn,
            .title = ui.text(Text::KeptSafe),
            .words = ui.text(Text::KeptAgain),
            .icon = Icon::Lock});
    main.skip(ui.dp(28));
    draw_code(ui, main, screen.dossier);
    main.skip(ui.dp(28));
    Column side(sides.side.is_empty() ? main.rest() : sides.side);
    const SlipPart slip{screen.slip, screen.slip_fault, Text::KeptPrinting, Text::KeptPrinted,
                        Text::KeptNotPrinted};
    const bool again = draw_slip_part(ui, side, slip);
    side.skip(ui.dp(20));
    text(ui, side, ui.text(Text::KeptNotReceipt), strong());
    if (frame.proceeded) return Proceeded{};
    if (again) return SlipWished{};
    return std::nullopt;
}

}  // namespace motlan
