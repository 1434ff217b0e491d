#include <array>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Fact {
    Icon icon;
    Phrase label;
    Phrase value;
};

void draw_fact(Ui& ui, const Rect& box, const Fact& fact) {
    const Palette& p = ui.colours();
    const int side = ui.dp(48);
    draw_icon(ui, fact.icon, {box.x, box.y, side, side}, p.primary);
    Column column(
        {box.x + side + ui.dp(16), box.y - ui.dp(2), box.w - side - ui.dp(16), box.h + ui.dp(4)});
    text(ui, column, fact.label, caption(ui));
    text(ui, column, fact.value,
         {.weight = Weight::Bold, .id = std::string(fact.label.key) + ".value"});
}

int fact_height(const Ui& ui, const Fact& fact, int width) {
    const int room = width - ui.dp(64);
    return text_height(ui, fact.label, caption(ui), room) +
           text_height(ui, fact.value, strong(), room);
}

/// Time, fee and due day: side by side where there is room, else below each other.
void draw_facts(Ui& ui, Column& column, const Procedure& procedure) {
    const std::array facts{
        Fact{Icon::Clock, ui.text(Text::NeedMinutesLabel),
             ui.text(Text::NeedMinutes, {{"minutes", std::to_string(procedure.minutes)}})},
        Fact{Icon::Money, ui.text(Text::NeedFeeLabel), fee_words(ui, procedure)},
        Fact{Icon::Calendar, ui.text(Text::NeedLimitLabel), ui.words(procedure.time_limit)},
    };
    const int columns = ui.theme().size() == TextSize::Normal ? 3 : 1;
    int high = 0;
    for (int i = 0; i < 3; ++i) {
        const Rect probe = Row(column.rest(), columns, ui.dp(24)).at(i % columns);
        const Fact& fact = facts.at(static_cast<std::size_t>(i));
        high = std::max(high, fact_height(ui, fact, probe.w));
    }
    for (int i = 0; i < 3; i += columns) {
        const Row row(column.take(high), columns, ui.dp(24));
        for (int k = 0; k < columns; ++k)
            draw_fact(ui, row.at(k), facts.at(static_cast<std::size_t>(i + k)));
    }
    column.skip(ui.dp(32));
}

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
        const bool is_card = acquisition.from == Provenance::CardQr;
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
                                  {"all", std::to_string(screen.procedure.items.size())}});
    rows.insert(rows.begin(), {.is_header = true,
                               .id = std::string(ui.text(label).key),
                               .label = ui.text(label),
                               .note = count});
    return rows;
}

std::optional<std::string> draw_lists(Ui& ui, const Rect& box, const WhatYouNeed& screen) {
    std::vector<ListRow> spared = group_rows(ui, screen, Group::Spared);
    std::vector<ListRow> asked = group_rows(ui, screen, Group::Tell);
    for (ListRow& row : group_rows(ui, screen, Group::Scan)) asked.push_back(std::move(row));
    const Sides sides = split(ui, box, 56);
    if (!sides.side.is_empty()) {
        auto chosen = draw_rows(ui, sides.main, "need.spared", spared);
        if (auto other = draw_rows(ui, sides.side, "need.asked", asked)) return other;
        return chosen;
    }
    for (ListRow& row : asked) spared.push_back(std::move(row));
    return draw_rows(ui, box, "need.list", spared);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const WhatYouNeed& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Choose,
                                        .title = ui.words(screen.procedure.name),
                                        .back = ui.text(Text::NeedChooseAgain),
                                        .next = ui.text(Text::NeedStart),
                                        .is_next_enabled = screen.may_start});
    Column column(frame.content);
    if (!screen.may_start) {
        notice(ui, column,
               {.id = "need.offline",
                .tone = Tone::Warn,
                .words = ui.text(Text::NeedOffline),
                .icon = Icon::Offline});
        column.skip(ui.dp(24));
    }
    draw_facts(ui, column, screen.procedure);
    const auto chosen = draw_lists(ui, column.rest(), screen);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (const auto item = item_of(chosen, "why")) return WhyWished{*item};
    return std::nullopt;
}

}  // namespace motlan
