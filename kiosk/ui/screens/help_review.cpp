// S05: the citizen has the kiosk back and reads what the helper entered. Only what is confirmed
// stays.
#include <algorithm>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Phrase entered(const Ui& ui, const Visit& visit, const Item& item) {
    const auto pages = visit.papers.find(item.id);
    if (pages != visit.papers.end() && !pages->second.empty())
        return ui.text(Text::ReviewPages, {{"count", std::to_string(pages->second.size())}});
    if (visit.exceptions.contains(item.id)) return ui.text(Text::ExceptionTaken);
    const auto answer = visit.answers.find(item.id);
    return answer == visit.answers.end() ? Phrase{}
                                         : answer_words(ui, item, answer->second.reveal());
}

ListRow row_of(const Ui& ui, const State& state, const Item& item) {
    const bool is_right = state.help->confirmed.contains(item.id);
    const RowAction right{item.id.value() + ".right", ui.text(Text::HelpRight)};
    const RowAction wrong{item.id.value() + ".wrong", ui.text(Text::HelpWrong)};
    return {.id = "help." + item.id.value(),
            .label = ui.words(item.label),
            .value = entered(ui, *visit_of(state.screen), item),
            .tone = is_right ? Tone::Ok : Tone::Warn,
            .badge = ui.text(is_right ? Text::HelpConfirmed : Text::HelpUnconfirmed),
            .actions = {is_right ? wrong : right},
            .privacy = Privacy::Masked,
            .provenance = "staff"};
}

}  // namespace

std::optional<Event> draw_help_review(Ui& ui, const State& state) {
    const std::vector<ItemId> items = helped_items(state);
    const bool is_all = std::ranges::all_of(
        items, [&](const ItemId& item) { return state.help->confirmed.contains(item); });
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::HelpReviewTitle),
                                        .next = ui.text(is_all ? Text::HelpDone : Text::HelpDrop),
                                        .next_icon = is_all ? Icon::Check : Icon::Cross});
    std::vector<ListRow> rows;
    for (const ItemId& id : items)
        if (const Item* item = visit_of(state.screen)->procedure.find(id))
            rows.push_back(row_of(ui, state, *item));
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::HelpReviewLead), body());
    pieces.skip(ui.dp(24));
    add_rows(ui, pieces, rows, chosen);
    pieces.draw(frame.content, "help.entered");
    if (frame.proceeded) return Proceeded{};
    if (const auto item = item_of(chosen, "right")) return HelpedJudged{*item, true};
    if (const auto item = item_of(chosen, "wrong")) return HelpedJudged{*item, false};
    return std::nullopt;
}

}  // namespace motlan
