#include <utility>

#include "kiosk/ui/catalogue_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/outlook_words.h"
#include "kiosk/ui/screens/facts.h"
#include "kiosk/ui/screens/hindrance_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

ListRow row_of(const Ui& ui, const Item& item, const Acquisition& acquisition) {
    const bool is_paper = std::holds_alternative<Paper>(item.otherwise);
    ListRow row{.id = "need." + item.id.value(),
                .label = ui.words(item.label),
                .actions = {why_action(ui, item, Text::CommonWhy)},
                .provenance = std::string(name(acquisition.from)),
                .legal_ref = item.basis.document};
    if (acquisition.is_asked()) {
        row.tone = is_paper ? Tone::Warn : Tone::Note;
        row.badge = ui.text(is_paper ? Text::NeedScanBadge : Text::NeedTellBadge);
    } else if (acquisition.from == Provenance::Pending || !acquisition.source) {
        const bool is_card = is_from_profile(acquisition.from);
        row.tone = is_card ? Tone::Ok : Tone::Still;
        row.badge = ui.text(is_card ? Text::NeedCardBadge : Text::NeedPending);
    } else {
        row.tone = Tone::Ok;
        row.badge = ui.text(Text::NeedHeld, {{"source", source_name(ui, *acquisition.source)}});
    }
    return row;
}

enum class Group : std::uint8_t { Spared, Tell, Scan };

Group group_of(const Item& item, const Acquisition& acquisition) {
    if (!acquisition.is_asked()) return Group::Spared;
    return std::holds_alternative<Paper>(item.otherwise) ? Group::Scan : Group::Tell;
}

/// A group's rows under its heading; nothing when it is empty.
std::vector<ListRow> group_rows(const Ui& ui, const WhatYouNeed& screen, Group group) {
    std::vector<ListRow> rows;
    for (const Item& item : screen.procedure.items) {
        const Acquisition* acquisition = screen.expected.find(item.id);
        if (acquisition != nullptr && group_of(item, *acquisition) == group) {
            rows.push_back(row_of(ui, item, *acquisition));
        }
    }
    if (rows.empty()) return rows;
    const Text label = group == Group::Spared ? Text::NeedSpared
                       : group == Group::Tell ? Text::NeedTell
                                              : Text::NeedScan;
    const Phrase count =
        ui.text(Text::NeedCount, {{"count", std::to_string(rows.size())},
                                  {"all", std::to_string(screen.expected.items.size())}});
    rows.insert(rows.begin(), {.is_header = true,
                               .id = std::string(ui.text(label).key),
                               .label = ui.text(label),
                               .note = count});
    return rows;
}

/// What stands in the way; of a procedure that is suspended, why and where to go.
void add_hindrance(Ui& ui, Pieces& pieces, const WhatYouNeed& screen) {
    const Hindrance hindrance = screen.hindrance;
    if (hindrance == Hindrance::None) return;
    const bool is_offline = hindrance == Hindrance::Offline;
    NoticeSpec spec{.id = is_offline ? "need.offline" : "need.hindrance",
                    .tone = Tone::Warn,
                    .words = ui.text(words_of(hindrance)),
                    .icon = is_offline ? Icon::Offline : Icon::Attention};
    const auto& suspended = screen.procedure.suspended;
    if (suspended) {
        spec.title = std::exchange(spec.words, ui.words(suspended->reason));
        pieces.notice(spec);
        pieces.skip(ui.dp(16));
        pieces.text(ui.words(suspended->instead), {.weight = Weight::Bold, .id = "need.instead"});
    } else {
        pieces.notice(spec);
    }
    pieces.skip(ui.dp(24));
}

/// Of which day the catalogue is, where that matters.
void add_catalogue_age(Ui& ui, Pieces& pieces) {
    const Phrase words = catalogue_words(ui);
    if (words.is_empty()) return;
    pieces.notice({.id = "need.catalogue",
                   .tone = is_catalogue_old(ui) ? Tone::Warn : Tone::Note,
                   .words = words,
                   .icon = Icon::Calendar});
    pieces.skip(ui.dp(24));
}

/// What is left of the box below that height.
Rect below(const Rect& box, int high) { return {box.x, box.y + high, box.w, box.h - high}; }

/// Two lists side by side need that height for a row each and the keys that turn them.
constexpr int kLeastLists = 480;

/// What is spared comes first; on a wide screen what is asked stands beside it.
std::optional<std::string> draw_lists(Ui& ui, const Rect& box, const WhatYouNeed& screen) {
    std::vector<ListRow> spared = group_rows(ui, screen, Group::Spared);
    std::vector<ListRow> asked = group_rows(ui, screen, Group::Tell);
    for (ListRow& row : group_rows(ui, screen, Group::Scan)) asked.push_back(std::move(row));
    std::optional<std::string> chosen;
    Pieces pieces(ui, box.w);
    add_hindrance(ui, pieces, screen);
    add_catalogue_age(ui, pieces);
    add_facts(ui, pieces, screen.procedure);
    const Phrase day = due_words(ui, screen.procedure);
    if (!day.is_empty() && may_start(screen.hindrance)) {
        pieces.skip(ui.dp(16));
        pieces.text(ui.text(Text::DueToday, {{"day", day.shown}}), body());
    }
    const Sides sides = split_words(ui, box, 56);
    const int above = pieces.height() + ui.dp(24);
    if (sides.side.is_empty() || box.h - above < ui.dp(kLeastLists)) {
        add_rows(ui, pieces, spared, chosen);
        add_rows(ui, pieces, asked, chosen);
        pieces.draw(box, "need.list");
        return chosen;
    }
    pieces.draw({box.x, box.y, box.w, above}, "need.facts");
    chosen = draw_rows(ui, below(sides.main, above), "need.spared", spared);
    if (auto other = draw_rows(ui, below(sides.side, above), "need.asked", asked)) return other;
    return chosen;
}

Phrase why_not_start(const Ui& ui, Hindrance hindrance) {
    return hindrance == Hindrance::None ? Phrase{} : ui.text(words_of(hindrance));
}

}  // namespace

std::optional<Event> draw(Ui& ui, const WhatYouNeed& screen) {
    const bool is_suspended = screen.hindrance == Hindrance::Suspended;
    const Frame frame = draw_frame(ui, {.step = VisitStep::Choose,
                                        .title = ui.words(screen.procedure.name),
                                        .back = ui.text(Text::NeedChooseAgain),
                                        .next = is_suspended ? Phrase{} : ui.text(Text::NeedStart),
                                        .is_next_enabled = may_start(screen.hindrance),
                                        .why_not = why_not_start(ui, screen.hindrance)});
    const ButtonSpec report{.id = "need.report",
                            .label = ui.text(Text::ReportOpen),
                            .icon = Icon::Flag,
                            .kind = ButtonKind::Quiet};
    Rect content = frame.content;
    const bool is_reported = button(ui, take_end(ui, content, report), report);
    const auto chosen = draw_lists(ui, content, screen);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (is_reported) return ReportWished{};
    if (const auto item = item_of(chosen, "why")) return WhyWished{*item};
    return std::nullopt;
}

}  // namespace motlan
