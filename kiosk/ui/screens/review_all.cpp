#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/flow/suggestion.h"
#include "kiosk/flow/tasks.h"
#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/outlook_words.h"
#include "kiosk/ui/page_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

ListRow answered_row(const Ui& ui, const Visit& visit, const Item& item) {
    const auto answer = visit.answers.find(item.id);
    const bool is_answered = answer != visit.answers.end();
    const bool is_read = is_answered && suggestion(visit, item) == answer->second.reveal();
    ListRow row{.id = "review." + item.id.value(),
                .label = ui.words(item.label),
                .value = is_answered ? answer_words(ui, item, answer->second.reveal())
                                     : ui.text(Text::ReviewMissing),
                .actions = {{item.id.value() + ".edit", ui.text(Text::ReviewEdit)}},
                .privacy = Privacy::Masked,
                .provenance = is_read ? "scan" : "citizen"};
    if (is_read) {
        row.tone = Tone::Note;
        row.badge = ui.text(Text::QuestionOnPaper);
    }
    return row;
}

ListRow scanned_row(const Ui& ui, const Visit& visit, const Item& item) {
    const auto pages = visit.papers.find(item.id);
    const std::size_t count = pages == visit.papers.end() ? 0 : pages->second.size();
    const Phrase doubt = late_doubt_words(ui, visit, item.id);
    const Text edit = doubt.is_empty() ? Text::ReviewRescan : Text::PapersSee;
    ListRow row{.id = "review." + item.id.value(),
                .label = ui.words(item.label),
                .value = count == 0
                             ? ui.text(Text::ReviewMissing)
                             : ui.text(Text::ReviewPages, {{"count", std::to_string(count)}}),
                .actions = {{item.id.value() + ".edit", ui.text(edit)}},
                .provenance = "scan"};
    add_late_doubt(row, doubt);
    return row;
}

ListRow known_row(const Ui& ui, const Visit& visit, const Item& item,
                  const Acquisition& acquisition) {
    ListRow row{.id = "review." + item.id.value(),
                .label = ui.words(item.label),
                .privacy = Privacy::Masked,
                .provenance = std::string(name(acquisition.from))};
    const auto word = visit.words.find(item.concept_id);
    const auto printed = from_card(item.concept_id, subject_of(visit));
    if (word != visit.words.end() && word->second.verdict == SourceVerdict::Held) {
        row.value = plain(shown_value(ui, visit, word->second.value.reveal()));
    } else if (is_from_profile(acquisition.from) && printed) {
        row.value = plain(shown_value(ui, visit, printed->reveal()));
    } else {
        row.value = ui.text(Text::CheckPending);
    }
    const StaffMember* helper = ui.surroundings().helper;
    const bool may_except = helper != nullptr && helper->role == StaffRole::Supervisor &&
                            visit.consent && may_be_excepted(item, acquisition);
    if (may_except) row.actions = {{item.id.value() + ".except", ui.text(Text::ExceptionAction)}};
    return row;
}

struct Groups {
    std::vector<ListRow> known;
    std::vector<ListRow> answered;
    std::vector<ListRow> scanned;
};

Groups groups_of(const Ui& ui, const Visit& visit) {
    Groups groups;
    for (const Item& item : visit.procedure.items) {
        const Acquisition* acquisition = visit.plan.find(item.id);
        if (acquisition == nullptr) continue;
        if (!acquisition->is_asked())
            groups.known.push_back(known_row(ui, visit, item, *acquisition));
        else if (std::holds_alternative<Paper>(item.otherwise))
            groups.scanned.push_back(scanned_row(ui, visit, item));
        else
            groups.answered.push_back(answered_row(ui, visit, item));
    }
    return groups;
}

void append(const Ui& ui, std::vector<ListRow>& all, std::vector<ListRow> group, Text label) {
    if (group.empty()) return;
    all.push_back(
        {.is_header = true, .id = std::string(ui.text(label).key), .label = ui.text(label)});
    for (ListRow& row : group) all.push_back(std::move(row));
}

/// What is still to be done, where nobody can miss it; the way on leads there (ux C14).
std::vector<ListRow> open_rows(const Ui& ui, const std::vector<const Item*>& open) {
    if (open.empty()) return {};
    return {{.id = "review.todo",
             .label = ui.text(Text::ReviewTodo, {{"count", std::to_string(open.size())}}),
             .value = ui.words(open.front()->label),
             .tone = Tone::Warn,
             .badge = ui.text(Text::ReviewMissing),
             .is_badge_news = true}};
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReviewAll& screen) {
    const std::vector<const Item*> open = open_items(screen.visit);
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Send,
                        .title = ui.text(Text::ReviewTitle),
                        .back = ui.text(Text::CommonBack),
                        .next = ui.text(open.empty() ? Text::ReviewNext : Text::ReviewTodoNext)});
    Groups groups = groups_of(ui, screen.visit);
    std::vector<ListRow> said = open_rows(ui, open);
    std::ranges::move(behalf_rows(ui, screen.visit, "review"), std::back_inserter(said));
    // What asks to be looked at again stands where nobody can miss it.
    const bool is_news = std::ranges::any_of(groups.scanned, &ListRow::is_badge_news);
    if (is_news) append(ui, said, std::exchange(groups.scanned, {}), Text::ReviewScanned);
    append(ui, said, std::move(groups.answered), Text::ReviewAnswered);
    append(ui, said, std::move(groups.scanned), Text::ReviewScanned);
    append(ui, said, outlook_rows(ui, screen.visit, "review"), Text::ReviewOutlook);
    std::vector<ListRow> known;
    append(ui, known, std::move(groups.known), Text::ReviewKnown);
    const Sides sides = split_words(ui, frame.content, 50);
    std::optional<std::string> chosen;
    if (!sides.side.is_empty()) {
        chosen = draw_rows(ui, sides.main, "review.said", said);
        if (auto other = draw_rows(ui, sides.side, "review.known", known))
            chosen = std::move(other);
    } else {
        for (ListRow& row : known) said.push_back(std::move(row));
        chosen = draw_rows(ui, frame.content, "review.list", said);
    }
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (const auto item = item_of(chosen, "edit")) return AnswerReopened{*item};
    if (const auto item = item_of(chosen, "except")) return ExceptionWished{*item};
    return std::nullopt;
}

}  // namespace motlan
