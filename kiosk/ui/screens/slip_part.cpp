#include "kiosk/ui/screens/slip_part.h"

#include "kiosk/ui/widgets/pager.h"

namespace motlan {
namespace {

NoticeSpec spec_of(const Ui& ui, const SlipPart& part) {
    NoticeSpec spec{.id = "slip.state", .icon = Icon::Printer};
    switch (part.stage) {
        case SlipStage::Coming: spec.words = ui.text(Text::DoneComing); break;
        case SlipStage::Declined: spec.words = ui.text(Text::DoneDeclined); break;
        case SlipStage::Printing: spec.words = ui.text(part.printing); break;
        case SlipStage::Printed:
            spec.tone = Tone::Ok;
            spec.words = ui.text(part.printed);
            break;
        case SlipStage::NotPrinted:
            spec.tone = Tone::Warn;
            spec.title = ui.text(part.not_printed);
            if (part.fault) spec.small_code = support_words(ui, *part.fault);
            break;
    }
    return spec;
}

TextStyle value_style(const SlipFact& fact) {
    return {.role = fact.role, .weight = Weight::Bold, .id = fact.id};
}

int facts_height(const Ui& ui, const std::vector<SlipFact>& facts, int width) {
    int high = -ui.dp(16);
    for (const SlipFact& fact : facts) {
        high += ui.theme().line_height(TextRole::Caption) + ui.dp(16) +
                text_height(ui, plain(fact.value), value_style(fact), width);
    }
    return high;
}

void draw_facts(Ui& ui, Column& column, const std::vector<SlipFact>& facts) {
    for (const SlipFact& fact : facts) {
        text(ui, column, ui.text(fact.label), caption(ui));
        text(ui, column, plain(fact.value), value_style(fact));
        column.skip(ui.dp(16));
    }
}

}  // namespace

namespace {

/// Large letters leave too little room beside the code's picture.
bool may_be_card(const Ui& ui) {
    const TextSize size = ui.theme().size();
    return size == TextSize::Normal || (!ui.is_low() && size != TextSize::ExtraLarge);
}

/// Without a card: fact below fact, and the code.
void add_slip_facts(Ui& ui, Pieces& pieces, const std::vector<SlipFact>& facts,
                    const std::string& code) {
    for (const SlipFact& fact : facts) {
        pieces.text(ui.text(fact.label), caption(ui));
        pieces.text(plain(fact.value), value_style(fact));
        pieces.skip(ui.dp(16));
    }
    const int qr = ui.dp(260);
    pieces.show(
        qr, [=, &ui](const Rect& box) { draw_qr(ui, {box.x, box.y, qr, qr}, code, "receipt.qr"); });
}

ButtonSpec decline(const Ui& ui) {
    return {.id = "slip.decline", .label = ui.text(Text::DoneDecline), .icon = Icon::Cross};
}

/// Again, or after all.
ButtonSpec print(const Ui& ui, SlipStage stage) {
    const bool is_declined = stage == SlipStage::Declined;
    const Text label = is_declined ? Text::DonePrint : Text::DonePrintAgain;
    return {.id = "slip.again", .label = ui.text(label), .icon = Icon::Printer};
}

}  // namespace

void add_slip_part(Ui& ui, Pieces& pieces, const SlipPart& part, std::optional<Event>& event) {
    pieces.notice(spec_of(ui, part));
    if (part.stage == SlipStage::Printing) return;
    const bool is_coming = part.stage == SlipStage::Coming;
    const ButtonSpec way = is_coming ? decline(ui) : print(ui, part.stage);
    const int wide = std::min(pieces.width(), button_width(ui, way));
    pieces.skip(ui.dp(16));
    pieces.add(std::max(ui.dp(88), button_height(ui, way, wide)),
               [=, &ui, &event](const Rect& box) {
                   if (!button(ui, {box.x, box.y, wide, box.h}, way)) return;
                   event = is_coming ? Event(Refused{}) : Event(SlipWished{});
               });
}

EndPage::EndPage(Ui& ui, const Rect& content, int share)
    : sides_(split_words(ui, content, share)), main_(ui, sides_.main.w), side_(ui, sides_.side.w) {}

// A card is as high as its facts: the name of a place may be longer than a page.
void EndPage::add_facts(Ui& ui, const std::vector<SlipFact>& facts, const std::string& code,
                        Text words) {
    const int pad = ui.dp(36);
    const int qr = ui.dp(260);
    const int room = main_.width() - 2 * pad - qr - ui.dp(24);
    const int high = std::max(qr, facts_height(ui, facts, room));
    const int page = sides_.main.h - pager_height(ui) - ui.dp(16);
    if (!may_be_card(ui) || high + 2 * pad > page) {
        add_slip_facts(ui, main_, facts, code);
    } else {
        main_.show(high + 2 * pad, [=, &ui](const Rect& card) {
            draw_card(ui, card);
            const GroundScope ground(ui, ui.colours().surface);
            Column column({card.x + pad, card.y + pad, room, high});
            draw_facts(ui, column, facts);
            draw_qr(ui, {card.right() - pad - qr, card.y + pad, qr, qr}, code, "receipt.qr");
        });
    }
    main_.skip(ui.dp(12));
    main_.text(ui.text(words), caption(ui));
}

void EndPage::draw(const std::string& name) {
    main_.draw(sides_.main, name + ".page");
    if (!sides_.side.is_empty()) side_.draw(sides_.side, name + ".side");
}

}  // namespace motlan
