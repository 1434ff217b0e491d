#include <algorithm>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// Side of the code's place in quarter millimetres: whatever its version, its modules cover 60 mm,
/// which banks' applications read at arm's length (ux C17).
constexpr int kCodeSide = 4 * 84;

std::string sum_of(const PayFee& screen) {
    return grouped(screen.payment ? screen.payment->dong : 0);
}

Phrase title_of(const Ui& ui, const PayFee& screen) {
    if (!screen.payment || screen.payment->dong == 0) return ui.text(Text::PayTitle);
    return ui.text(Text::PayTitleSum, {{"sum", sum_of(screen)}});
}

Phrase left_words(const Ui& ui, int seconds) {
    if (seconds >= 60) {
        return ui.text(Text::PayMinutesLeft, {{"minutes", std::to_string((seconds + 59) / 60)}});
    }
    return ui.text(Text::PayLastMinute);
}

struct StageWords {
    Tone tone = Tone::Note;
    Icon icon = Icon::Clock;
    Phrase title;
    Phrase words;
};

/// A code that nobody can trust is no road that is cut, and nobody shall pay it.
StageWords unknown_words(const Ui& ui, const PayFee& screen) {
    if (screen.fault == Fault::PaymentForged)
        return {Tone::Warn, Icon::Attention, ui.text(fault_text(Fault::PaymentForged)), {}};
    return {Tone::Warn, Icon::Offline, ui.text(Text::PayUnknown), ui.text(Text::PayUnknownWords)};
}

StageWords words_of(const Ui& ui, const PayFee& screen) {
    switch (screen.stage) {
        case FeeStage::Asking: return {Tone::Note, Icon::Clock, ui.text(Text::PayAsking), {}};
        case FeeStage::Waiting:
            return {Tone::Note, Icon::Clock, ui.text(Text::PayWaiting),
                    left_words(ui, screen.seconds_left)};
        case FeeStage::Paid:
            return {Tone::Ok, Icon::Check, ui.text(Text::PayPaid, {{"sum", sum_of(screen)}}),
                    ui.text(Text::PayPaidWords)};
        case FeeStage::Short:
            return {Tone::Warn, Icon::None,
                    ui.text(Text::PayShort,
                            {{"paid", grouped(screen.payment->paid)}, {"sum", sum_of(screen)}}),
                    ui.text(Text::PayShortWords)};
        case FeeStage::Expired:
            return {Tone::Warn, Icon::Clock, ui.text(Text::PayExpired),
                    ui.text(Text::PayExpiredWords)};
        case FeeStage::Nothing: return {Tone::Ok, Icon::Check, ui.text(Text::PayNothing), {}};
        case FeeStage::Unknown: return unknown_words(ui, screen);
    }
    return {};
}

void add_state(Ui& ui, Pieces& pieces, const PayFee& screen) {
    const StageWords words = words_of(ui, screen);
    pieces.notice({.id = "pay.state",
                   .tone = words.tone,
                   .title = words.title,
                   .words = words.words,
                   .icon = words.icon,
                   .small_code = screen.fault ? support_words(ui, *screen.fault) : "",
                   .is_success = screen.stage == FeeStage::Paid});
    pieces.skip(ui.dp(24));
}

void add_code(Ui& ui, Pieces& pieces, const Payment& payment) {
    pieces.show(std::min(ui.dp(kCodeSide), pieces.width()),
                [&ui, payload = payment.payload](const Rect& box) {
                    draw_qr(ui, box.centered(std::min(box.w, box.h), box.h), payload, "pay.qr");
                });
    pieces.skip(ui.dp(16));
}

void add_payee(Ui& ui, Pieces& pieces, const Payment& payment) {
    pieces.text(ui.text(Text::PayTo), caption(ui));
    pieces.text(plain(payment.payee), {.weight = Weight::Bold, .id = "pay.payee"});
    pieces.text(ui.text(Text::PayFor, {{"code", payment.code}}), body());
    if (!payment.basis.empty()) {
        pieces.text(ui.text(Text::WhyBasis, {{"basis", payment.basis}}), caption(ui));
    }
    pieces.skip(ui.dp(24));
}

void add_how(Ui& ui, Pieces& pieces) {
    for (const Text step : {Text::PayStep1, Text::PayStep2, Text::PayStep3}) {
        pieces.text(ui.text(step), body());
        pieces.skip(ui.dp(8));
    }
    pieces.skip(ui.dp(16));
    pieces.text(ui.text(Text::PayOnce), strong());
}

Phrase next_of(const Ui& ui, const PayFee& screen) {
    const bool is_settled = screen.stage == FeeStage::Paid || screen.stage == FeeStage::Short ||
                            screen.stage == FeeStage::Nothing;
    if (is_settled) return ui.text(Text::CommonContinue);
    return screen.stage == FeeStage::Expired ? ui.text(Text::PayNewCode) : Phrase{};
}

bool is_settled(const PayFee& screen) {
    return screen.stage == FeeStage::Paid || screen.stage == FeeStage::Short ||
           screen.stage == FeeStage::Nothing;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const PayFee& screen) {
    const Frame frame =
        draw_frame(ui, {.title = title_of(ui, screen),
                        .back = is_settled(screen) ? Phrase{} : ui.text(Text::CommonBack),
                        .next = next_of(ui, screen),
                        .offline = ui.text(Text::PayOffline)});
    EndPage page(ui, frame.content, 50);
    add_state(ui, page.main(), screen);
    // Only what may be paid now is drawn.
    if (screen.stage == FeeStage::Waiting && screen.payment) {
        add_code(ui, page.main(), *screen.payment);
        add_payee(ui, page.rest(), *screen.payment);
        add_how(ui, page.rest());
    }
    page.draw("pay");
    if (frame.went_back) return WentBack{};
    if (!frame.proceeded) return std::nullopt;
    if (screen.stage == FeeStage::Expired) return PayCodeWished{};
    return Proceeded{};
}

}  // namespace motlan
