#include "kiosk/ui/screens/card_view.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

Phrase busy_words(const Ui& ui, const FindDossier& screen) {
    if (screen.asked) return ui.text(Text::FindAsking);
    return screen.is_checking ? ui.text(Text::FindChecking) : Phrase{};
}

CardView view_of(const Ui& ui, const FindDossier& screen) {
    CardView view{.preview = screen.preview,
                  .hint = screen.hint,
                  .refused = screen.refused,
                  .refusals = screen.refusals,
                  .busy = busy_words(ui, screen),
                  .distance = screen.distance,
                  .lamp = screen.lamp};
    if (screen.refused == Fault::BackendUnreachable) view.why_not = ui.text(Text::FindUnreachable);
    // A code that was read may have been a receipt's: it is the card that is waited for now.
    if (screen.receipt && view.hint == CardHint::CodeSeen) view.hint = CardHint::NoCard;
    return view;
}

void add_receipt(Ui& ui, Pieces& pieces, const ReceiptCode& receipt) {
    pieces.notice({.id = "find.genuine", .tone = Tone::Ok, .title = ui.text(Text::FindGenuine)});
    pieces.skip(ui.dp(24));
    pieces.text(ui.text(Text::FindReceipt, {{"code", receipt.code},
                                            {"received", date_text(receipt.received)},
                                            {"due", due_text(receipt.due, ui.language())}}),
                {.id = "find.receipt", .privacy = Privacy::Masked});
    pieces.skip(ui.dp(24));
    pieces.text(ui.text(Text::FindMore), strong());
}

}  // namespace

std::optional<Event> draw(Ui& ui, const FindDossier& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::FindTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .needs_room = ui.theme().size() != TextSize::Normal,
                                        .offline = ui.text(Text::FindOffline)});
    const CardView view = view_of(ui, screen);
    const auto lamp = draw_card_view(ui, frame.content, view, [&](Pieces& pieces) {
        add_refusal(ui, pieces, view);
        if (screen.receipt) return add_receipt(ui, pieces, *screen.receipt);
        add_card_sides(ui, pieces);
        pieces.text(ui.text(Text::FindOrReceipt), body());
    });
    return frame.went_back ? std::optional<Event>(WentBack{}) : lamp;
}

}  // namespace motlan
