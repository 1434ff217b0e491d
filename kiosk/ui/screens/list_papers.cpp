#include <algorithm>

#include "kiosk/flow/tasks.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/page_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

std::size_t pages_of(const Visit& visit, const Item& item) {
    const auto pages = visit.papers.find(item.id);
    return pages == visit.papers.end() ? 0 : pages->second.size();
}

ListRow wanted_row(const Ui& ui, const Visit& visit, const Item& item) {
    const std::size_t count = pages_of(visit, item);
    const bool is_laid = count > 0;
    ListRow row{.id = "papers." + item.id.value(),
                .label = ui.words(item.label),
                .tone = is_laid ? Tone::Ok : Tone::Warn,
                .badge = is_laid ? ui.text(Text::PapersDone, {{"count", std::to_string(count)}})
                                 : ui.text(Text::PapersTodo),
                .actions = {{item.id.value() + ".edit",
                             ui.text(is_laid ? Text::PapersSee : Text::PapersOpen)}},
                .provenance = "scan",
                .legal_ref = item.basis.document};
    add_late_doubt(row, late_doubt_words(ui, visit, item.id));
    return row;
}

/// People see what they are spared.
ListRow spared_row(const Ui& ui, const Item& item) {
    return {.id = "papers." + item.id.value(),
            .label = ui.words(item.label),
            .tone = Tone::Still,
            .badge = ui.text(Text::PapersSparedBadge)};
}

struct List {
    std::vector<ListRow> wanted;
    std::vector<ListRow> spared;
    int done = 0;
};

List list_of(const Ui& ui, const Visit& visit) {
    List list;
    for (const Item& item : visit.procedure.items) {
        const Acquisition* acquisition = visit.plan.find(item.id);
        if (acquisition == nullptr || !std::holds_alternative<Paper>(item.otherwise)) continue;
        if (!acquisition->is_asked()) {
            list.spared.push_back(spared_row(ui, item));
            continue;
        }
        list.done += is_paper_done(visit, item.id) ? 1 : 0;
        list.wanted.push_back(wanted_row(ui, visit, item));
    }
    return list;
}

std::vector<ListRow> rows_of(const Ui& ui, const List& list) {
    std::vector<ListRow> rows = list.wanted;
    if (list.spared.empty()) return rows;
    rows.push_back(
        {.is_header = true, .id = "papers.spared", .label = ui.text(Text::PapersSpared)});
    rows.insert(rows.end(), list.spared.begin(), list.spared.end());
    return rows;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ListPapers& screen) {
    const List list = list_of(ui, screen.visit);
    const int all = static_cast<int>(list.wanted.size());
    const bool is_done = list.done == all;
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Scan,
                        .title = ui.text(Text::PapersTitle),
                        .back = ui.text(Text::CommonBack),
                        .next = ui.text(is_done ? Text::PapersReview : Text::PapersNext),
                        .next_icon = is_done ? Icon::Check : Icon::Scanner});
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::PapersState,
                        {{"done", std::to_string(list.done)}, {"all", std::to_string(all)}}),
                body());
    pieces.skip(ui.dp(24));
    std::optional<std::string> chosen;
    add_rows(ui, pieces, rows_of(ui, list), chosen);
    pieces.draw(frame.content, "papers.list");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (const auto item = item_of(chosen, "edit")) return AnswerReopened{*item};
    return std::nullopt;
}

}  // namespace motlan
