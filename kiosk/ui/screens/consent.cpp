#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/ease_offer.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// Of a name that never ends so much is shown, and all of it said.
constexpr int kMostTermLines = 3;

/// What the sources are asked for: exactly the items that one of them holds.
std::vector<ListRow> fetched_rows(const Ui& ui, const Visit& visit) {
    std::vector<ListRow> rows;
    for (const Item& item : visit.procedure.items) {
        const Acquisition* acquisition = visit.plan.find(item.id);
        if (acquisition == nullptr || !acquisition->source) continue;
        rows.push_back({.id = "consent." + item.id.value(),
                        .label = ui.words(item.label),
                        .tone = Tone::Note,
                        .badge = ui.text(Text::ConsentFrom,
                                         {{"source", source_name(ui, *acquisition->source)}}),
                        .actions = {why_action(ui, item, Text::CommonWhy)},
                        .provenance = "source:" + acquisition->source->value(),
                        .legal_ref = item.basis.document});
    }
    return rows;
}

void add_terms(Ui& ui, Pieces& pieces, const Visit& visit) {
    for (const ListRow& row : behalf_rows(ui, visit, "consent")) {
        pieces.text(row.label, caption(ui));
        pieces.text(row.value, {.weight = Weight::Bold,
                                .id = row.id,
                                .privacy = row.privacy,
                                .most_lines = kMostTermLines});
        pieces.skip(ui.dp(12));
    }
    pieces.text(ui.text(Text::ConsentPurpose), caption(ui));
    pieces.text(ui.words(visit.procedure.name),
                {.weight = Weight::Bold, .id = "consent.procedure"});
    pieces.skip(ui.dp(12));
    pieces.text(ui.text(Text::ConsentReceiver), caption(ui));
    pieces.text(plain(ui.office().center_name), {.weight = Weight::Bold, .id = "consent.center"});
    pieces.skip(ui.dp(24));
}

void add_promise(Ui& ui, Pieces& pieces, const Visit& visit) {
    // Beside another person, or low in the largest letters, the promise has no room for what the
    // button itself says.
    const bool is_tight =
        visit.behalf || (ui.is_low() && ui.theme().size() == TextSize::ExtraLarge);
    pieces.notice({.id = "consent.keep",
                   .tone = Tone::Note,
                   .title = ui.text(Text::ConsentKeep),
                   .words = is_tight ? Phrase{} : ui.text(Text::ConsentRefuseHint),
                   .icon = Icon::Shield});
}

/// Where nobody was asked before for whom it is, this is the first screen after the card.
void add_ease(Ui& ui, Pieces& pieces, const Visit& visit, bool& is_wished) {
    const auto ease = visit.procedure.behalf ? std::nullopt : ease_offer(ui, visit);
    if (!ease) return;
    pieces.button(*ease, ui.dp(80), [&is_wished] { is_wished = true; });
    pieces.skip(ui.dp(24));
}

/// As large as the button that agrees: saying no costs nothing.
ButtonSpec refusal(const Ui& ui) {
    return {.id = "consent.refuse", .label = ui.text(Text::ConsentRefuse), .icon = Icon::Cross};
}

/// Takes the end of the box for the refusal.
Rect take_refusal(const Ui& ui, Rect& box) {
    const int high = std::max(ui.dp(112), button_height(ui, refusal(ui), box.w));
    const Rect end{box.x, box.bottom() - high, box.w, high};
    box.h -= high + ui.dp(24);
    return end;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Consent& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::ConsentTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::ConsentAgree),
                                        .next_icon = Icon::Check});
    Sides sides = split_words(ui, frame.content, 56);
    const bool is_wide = !sides.side.is_empty();
    Rect& last = is_wide ? sides.side : sides.main;
    Pieces main(ui, sides.main.w);
    Pieces side(ui, last.w);
    std::optional<std::string> chosen;
    bool is_ease_wished = false;
    add_ease(ui, is_wide ? side : main, screen.visit, is_ease_wished);
    add_terms(ui, is_wide ? side : main, screen.visit);
    add_rows(ui, main, fetched_rows(ui, screen.visit), chosen);
    if (!is_wide) main.skip(ui.dp(24));
    add_promise(ui, is_wide ? side : main, screen.visit);
    const Rect end = take_refusal(ui, last);
    main.draw(sides.main, "consent.list");
    if (is_wide) side.draw(sides.side, "consent.terms");
    const bool refused = button(ui, end, refusal(ui));
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (refused) return Refused{};
    if (is_ease_wished) return EaseWished{};
    if (const auto item = item_of(chosen, "why")) return WhyWished{ItemId(*item)};
    return std::nullopt;
}

}  // namespace motlan
