#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

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

void draw_terms(Ui& ui, Column& column, const Visit& visit) {
    text(ui, column, ui.text(Text::ConsentPurpose), caption(ui));
    text(ui, column, ui.words(visit.procedure.name),
         {.weight = Weight::Bold, .id = "consent.procedure"});
    column.skip(ui.dp(12));
    text(ui, column, ui.text(Text::ConsentReceiver), caption(ui));
    text(ui, column, plain(ui.office().center_name),
         {.weight = Weight::Bold, .id = "consent.center"});
    column.skip(ui.dp(24));
}

struct Refusal {
    NoticeSpec note;
    ButtonSpec button;
};

Refusal refusal(const Ui& ui) {
    return {{.id = "consent.keep",
             .tone = Tone::Note,
             .title = ui.text(Text::ConsentKeep),
             .words = ui.text(Text::ConsentRefuseHint),
             .icon = Icon::Shield},
            {.id = "consent.refuse", .label = ui.text(Text::ConsentRefuse), .icon = Icon::Cross}};
}

int refusal_height(const Ui& ui, int width) {
    return notice_height(ui, refusal(ui).note, width) + ui.dp(20) + ui.dp(112);
}

/// As large as the button that agrees: saying no costs nothing.
bool draw_refusal(Ui& ui, Column& column) {
    const Refusal spec = refusal(ui);
    notice(ui, column, spec.note);
    column.skip(ui.dp(20));
    return button(ui, column.take(ui.dp(112)), spec.button);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Consent& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::ConsentTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::ConsentAgree),
                                        .next_icon = Icon::Check});
    const std::vector<ListRow> rows = fetched_rows(ui, screen.visit);
    const Sides sides = split(ui, frame.content, 56);
    const bool is_wide = !sides.side.is_empty();
    Column main(sides.main);
    Column side(is_wide ? sides.side : sides.main);
    if (is_wide)
        draw_terms(ui, side, screen.visit);
    else
        draw_terms(ui, main, screen.visit);
    const int below = is_wide ? 0 : refusal_height(ui, sides.main.w) + ui.dp(24);
    Rect list = main.rest();
    list.h -= below;
    const auto chosen = draw_rows(ui, list, "consent.list", rows);
    Column low(is_wide ? side.rest()
                       : Rect{list.x, list.bottom() + ui.dp(24), list.w, below - ui.dp(24)});
    const bool refused = draw_refusal(ui, low);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (refused) return Refused{};
    if (const auto item = item_of(chosen, "why")) return WhyWished{ItemId(*item)};
    return std::nullopt;
}

}  // namespace motlan
