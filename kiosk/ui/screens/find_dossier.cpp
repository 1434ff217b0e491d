#include "kiosk/domain/dossier_code.h"
#include "kiosk/ui/screens/answer.h"
#include "kiosk/ui/screens/card_view.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

Phrase busy_words(const Ui& ui, const FindDossier& screen) {
    if (screen.holder) return ui.text(Text::FindOpening);
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
    if ((screen.receipt || screen.saved) && view.hint == CardHint::CodeSeen)
        view.hint = CardHint::NoCard;
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

void add_saved(Ui& ui, Pieces& pieces) {
    pieces.notice({.id = "find.saved",
                   .tone = Tone::Ok,
                   .title = ui.text(Text::FindSavedTitle),
                   .words = ui.text(Text::FindSaved)});
}

void add_typed(Ui& ui, Pieces& pieces, const std::string& digits) {
    pieces.text(ui.text(Text::FindCodeTyped, {{"code", written_code(digits)}}),
                {.id = "find.typed", .privacy = Privacy::Masked});
    pieces.skip(ui.dp(24));
    pieces.text(ui.text(Text::FindMore), strong());
}

/// To type the code, which leads nowhere while the province cannot be asked.
void add_keys_button(Ui& ui, Pieces& pieces, const FindDossier& screen,
                     std::optional<Event>& event) {
    if (ui.surroundings().is_offline || screen.asked || screen.saved) return;
    const Text label = screen.typed.empty() ? Text::FindTypeCode : Text::FindCodeAgain;
    const ButtonSpec type{.id = "find.type", .label = ui.text(label), .icon = Icon::Pencil};
    pieces.skip(ui.dp(20));
    pieces.button(type, ui.dp(88), [&event] { event = CodeWished{}; });
}

/// Under the field: what is to be typed, how much of it is missing, and that it may be wrong.
Phrase code_words(const Ui& ui, const std::string& digits) {
    if (digits.empty()) return ui.text(Text::FindCodeExample);
    if (digits.size() >= kLeastCodeDigits) return ui.text(Text::FindCodeWhole);
    return ui.text(Text::FindCodeDigits, {{"least", std::to_string(kLeastCodeDigits)},
                                          {"count", std::to_string(digits.size())}});
}

std::optional<Event> draw_keys(Ui& ui, const std::string& digits) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::FindCodeTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::CommonContinue),
                                        .is_next_enabled = digits.size() >= kLeastCodeDigits,
                                        .why_not = code_words(ui, digits),
                                        .needs_room = true,
                                        .offline = ui.text(Text::FindOffline)});
    auto event = draw_digits(ui, frame.content,
                             {.writing = {.label = ui.text(Text::FindCodeLabel),
                                          .value = written_code(digits),
                                          .hint = ui.text(Text::FindCodeHint)},
                              .limits = code_words(ui, digits)});
    if (frame.went_back) return WentBack{};
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : event;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const FindDossier& screen) {
    if (screen.typing) return draw_keys(ui, *screen.typing);
    // What is being opened is kept no longer, and would be lost on the way back.
    const Phrase back = screen.holder ? Phrase{} : ui.text(Text::CommonBack);
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::FindTitle),
                                        .back = back,
                                        .needs_room = ui.theme().size() != TextSize::Normal,
                                        .offline = ui.text(Text::FindOffline)});
    const CardView view = view_of(ui, screen);
    std::optional<Event> event;
    const auto lamp = draw_card_view(ui, frame.content, view, [&](Pieces& pieces) {
        add_refusal(ui, pieces, view);
        if (screen.saved) {
            add_saved(ui, pieces);
        } else if (screen.receipt) {
            add_receipt(ui, pieces, *screen.receipt);
        } else if (!screen.typed.empty()) {
            add_typed(ui, pieces, screen.typed);
        } else {
            add_card_sides(ui, pieces);
            pieces.text(ui.text(Text::FindOrReceipt), body());
            pieces.skip(ui.dp(16));
            pieces.text(ui.text(Text::FindOrSaved), body());
        }
        add_keys_button(ui, pieces, screen, event);
    });
    if (frame.went_back) return WentBack{};
    return lamp ? lamp : event;
}

}  // namespace motlan
