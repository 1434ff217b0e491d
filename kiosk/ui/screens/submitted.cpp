#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {
namespace {

NoticeSpec received(const Ui& ui, const Receipt& receipt) {
    return {.id = "receipt.received",
            .tone = Tone::Ok,
            .title = ui.text(Text::DoneReceived, {{"time", clock_text(receipt.received)},
                                                  {"day", date_text(receipt.received)}}),
            .is_success = true};
}

/// Large letters leave room for one of the two on the first page: the code is what counts.
void add_receipt(Ui& ui, EndPage& page, const Receipt& receipt) {
    const bool is_normal = ui.theme().size() == TextSize::Normal;
    if (is_normal) {
        page.main().notice(received(ui, receipt));
        page.main().skip(ui.dp(24));
    }
    page.add_facts(
        ui,
        {{Text::DoneCode, receipt.code, TextRole::Heading1, "receipt.code"},
         {Text::DoneDue, due_text(receipt.due, ui.language()), TextRole::Heading2, "receipt.due"},
         {Text::DonePlace, receipt.place, TextRole::Body, "receipt.place"}},
        receipt.to_carry());
    if (is_normal) return;
    page.main().skip(ui.dp(24));
    page.main().notice(received(ui, receipt));
}

/// What this visit spared; the number the province counts, too.
void add_burden(Ui& ui, Pieces& pieces, const BurdenReceipt& burden) {
    if (burden.for_whom != ForWhom::Self) pieces.text(behalf_line(ui, burden.for_whom), strong());
    if (burden.papers_spared > 0) {
        pieces.text(ui.text(Text::DoneSpared, {{"count", std::to_string(burden.papers_spared)}}),
                    strong());
    }
    pieces.text(ui.text(Text::DoneNotAsked, {{"count", std::to_string(burden.not_asked)},
                                             {"all", std::to_string(burden.needed)}}),
                body());
    pieces.skip(ui.dp(16));
    pieces.text(ui.text(Text::DoneLate), {.ink = ui.colours().ink_soft});
}

void add_way(Ui& ui, Pieces& pieces, const ButtonSpec& spec, std::function<void()> when_chosen) {
    const int high = std::max(ui.dp(88), button_height(ui, spec, pieces.width()));
    pieces.skip(ui.dp(24));
    pieces.add(high, [&ui, spec, when_chosen = std::move(when_chosen)](const Rect& box) {
        if (button(ui, box, spec)) when_chosen();
    });
}

/// Paying is offered; nobody has to do it here.
void add_fee(Ui& ui, Pieces& pieces, const Submitted& screen, std::optional<Event>& event) {
    if (screen.is_paid) {
        pieces.skip(ui.dp(24));
        pieces.notice({.id = "done.paid", .tone = Tone::Ok, .words = ui.text(Text::DonePaid)});
    } else if (screen.has_fee) {
        add_way(ui, pieces,
                {.id = "done.pay", .label = ui.text(Text::PayOpen), .icon = Icon::Phone},
                [&event] { event = PayWished{}; });
    }
}

void add_rating(Ui& ui, Pieces& pieces, std::optional<Event>& event) {
    add_way(ui, pieces, {.id = "done.rate", .label = ui.text(Text::DoneRate), .icon = Icon::Star},
            [&event] { event = RatingWished{}; });
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Submitted& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::DoneTitle),
                                        .next = ui.text(Text::DoneNext),
                                        .next_icon = Icon::Check});
    EndPage page(ui, frame.content, 60);
    std::optional<Event> event;
    add_receipt(ui, page, screen.receipt);
    add_fee(ui, page.main(), screen, event);
    page.main().skip(ui.dp(24));
    add_slip_part(ui, page.rest(),
                  {screen.slip, screen.slip_fault, Text::DonePrinting, Text::DonePrinted,
                   Text::DoneNotPrinted},
                  event);
    page.rest().skip(ui.dp(24));
    add_burden(ui, page.rest(), screen.burden);
    add_rating(ui, page.rest(), event);
    page.draw("done");
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
