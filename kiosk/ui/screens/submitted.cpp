#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

void draw_code(Ui& ui, Column& column, const Receipt& receipt) {
    text(ui, column, ui.text(Text::DoneCode), caption(ui));
    text(ui, column, plain(receipt.code),
         {.role = TextRole::Heading1, .weight = Weight::Bold, .id = "receipt.code"});
    column.skip(ui.dp(16));
    text(ui, column, ui.text(Text::DoneDue), caption(ui));
    text(ui, column, plain(due_text(receipt.due, ui.language())),
         {.role = TextRole::Heading2, .weight = Weight::Bold, .id = "receipt.due"});
    column.skip(ui.dp(16));
    text(ui, column, ui.text(Text::DonePlace), caption(ui));
    text(ui, column, plain(receipt.place), {.weight = Weight::Bold, .id = "receipt.place"});
}

int code_height(const Ui& ui, int width, const Receipt& receipt) {
    const int captions = 3 * ui.theme().line_height(TextRole::Caption) + 2 * ui.dp(16);
    return captions + text_height(ui, plain(receipt.code), heading(), width) +
           text_height(ui, plain(due_text(receipt.due, ui.language())), subheading(), width) +
           text_height(ui, plain(receipt.place), strong(), width);
}

/// The code to keep: its words and, to carry it away without paper, its QR code.
void draw_receipt_card(Ui& ui, Column& column, const Receipt& receipt) {
    const int pad = ui.dp(36);
    const int qr = std::max(ui.dp(260), column.width() * 27 / 100);
    const int room = column.width() - 2 * pad - qr - ui.dp(24);
    const int high = std::max(qr, code_height(ui, room, receipt));
    const Phrase hint = ui.text(Text::DoneQr);
    const int hint_height = text_height(ui, hint, caption(ui), column.width() - 2 * pad);
    const Rect card = column.take(high + hint_height + 2 * pad + ui.dp(16));
    draw_card(ui, card);
    const GroundScope ground(ui, ui.colours().surface);
    Column words({card.x + pad, card.y + pad, room, high});
    draw_code(ui, words, receipt);
    draw_qr(ui, {card.right() - pad - qr, card.y + pad, qr, high}, receipt.code, "receipt.qr");
    text(ui, {card.x + pad, card.bottom() - pad - hint_height, card.w - 2 * pad, hint_height}, hint,
         caption(ui));
}

void draw_success(Ui& ui, Column& column, const Receipt& receipt) {
    notice(ui, column,
           {.id = "receipt.received",
            .tone = Tone::Ok,
            .title = ui.text(Text::DoneReceived, {{"time", clock_text(receipt.received)},
                                                  {"day", date_text(receipt.received)}})});
    column.skip(ui.dp(24));
}

/// What this visit spared; the number the province counts, too.
void draw_burden(Ui& ui, Column& column, const BurdenReceipt& burden) {
    if (burden.papers_spared > 0) {
        text(ui, column,
             ui.text(Text::DoneSpared, {{"count", std::to_string(burden.papers_spared)}}),
             strong());
    }
    text(ui, column,
         ui.text(Text::DoneNotAsked, {{"count", std::to_string(burden.not_asked)},
                                      {"all", std::to_string(burden.needed)}}),
         body());
    column.skip(ui.dp(16));
    text(ui, column, ui.text(Text::DoneLate), {.ink = ui.colours().ink_soft});
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Submitted& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::DoneTitle),
                                        .next = ui.text(Text::DoneNext),
                                        .next_icon = Icon::Check});
    const Sides sides = split(ui, frame.content, 60);
    Column main(sides.main);
    draw_success(ui, main, screen.receipt);
    draw_receipt_card(ui, main, screen.receipt);
    main.skip(ui.dp(28));
    Column side(sides.side.is_empty() ? main.rest() : sides.side);
    const SlipPart slip{screen.slip, screen.slip_fault, Text::DonePrinting, Text::DonePrinted,
                        Text::DoneNotPrinted};
    const bool again = draw_slip_part(ui, side, slip);
    side.skip(ui.dp(28));
    draw_burden(ui, side, screen.burden);
    if (frame.proceeded) return Proceeded{};
    if (again) return SlipWished{};
    return std::nullopt;
}

}  // namespace motlan
