#include <algorithm>
#include <format>
#include <ranges>
#include <string>
#include <vector>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/pages/care_buttons.h"
#include "kiosk/technician/pages/care_pages.h"

namespace motlan {
namespace {

/// More would be nobody's to read at a kiosk; kioskctl log tells all.
constexpr std::size_t kMostLines = 80;

/// What is chosen already says so.
CareButton filter_of(const CareDesk& desk, std::string_view id, const Phrase& label,
                     const JournalWish& wish) {
    const bool is_chosen = desk.wish == wish;
    return {{.id = "journal." + std::string(id),
             .label = label,
             .icon = is_chosen ? Icon::Check : Icon::None,
             .kind = is_chosen ? ButtonKind::Secondary : ButtonKind::Quiet,
             .role = TextRole::Body},
            JournalWished{wish}};
}

std::vector<CareButton> kinds_of(const Ui& ui, const CareDesk& desk) {
    const auto filter = [&](std::string_view id, Text label, const char* match) {
        JournalWish wish = desk.wish;
        wish.match = match;
        return filter_of(desk, id, ui.text(label), wish);
    };
    return {filter("all", Text::CareJournalAll, ""),
            filter("faults", Text::CareJournalFaults, "fault_seen"),
            filter("lost", Text::CareJournalLost, "device_lost")};
}

std::vector<CareButton> times_of(const Ui& ui, const CareDesk& desk) {
    const auto filter = [&](std::string_view time, Text label) {
        JournalWish wish = desk.wish;
        wish.since = journal_since(time).value_or("");
        return filter_of(desk, time, ui.text(label), wish);
    };
    return {filter("always", Text::CareJournalAlways), filter("today", Text::CareJournalToday),
            filter("hour", Text::CareJournalHour)};
}

/// All programs, then one after the other.
std::string unit_after(std::string_view unit) {
    const auto units = journal_units();
    const auto shown = std::ranges::find(units, unit);
    if (shown == units.end()) return std::string(units.front());
    return shown + 1 == units.end() ? std::string() : std::string(*(shown + 1));
}

CareButton unit_of(const Ui& ui, const CareDesk& desk) {
    const std::string& unit = desk.wish.unit;
    JournalWish wish = desk.wish;
    wish.unit = unit_after(unit);
    return filter_of(desk, "unit",
                     unit.empty() ? ui.text(Text::CareJournalUnits)
                                  : ui.text(Text::CareJournalUnit, {{"unit", unit}}),
                     wish);
}

CareButton search_of(const Ui& ui, const CareDesk& desk) {
    const std::string& word = desk.wish.sought;
    return {{.id = "journal.search",
             .label = word.empty() ? ui.text(Text::CareJournalSearch)
                                   : ui.text(Text::CareJournalSought, {{"word", word}}),
             .kind = ButtonKind::Quiet,
             .role = TextRole::Body},
            CarePageWished{CarePage::Search}};
}

/// The ways to see fewer lines.
void add_filters(Ui& ui, Pieces& pieces, const CareDesk& desk, std::optional<CareEvent>& event) {
    add_buttons(ui, pieces, {kinds_of(ui, desk), 3}, event);
    add_buttons(ui, pieces, {times_of(ui, desk), 3}, event);
    // A program's name and a word are as long as they are: large letters need the whole width.
    const int columns = ui.theme().size() == TextSize::Normal ? 2 : 1;
    add_buttons(ui, pieces, {{unit_of(ui, desk), search_of(ui, desk)}, columns}, event);
}

/// "2026-11-29T16:05:01+0700 kiosk[12]: device_lost …": when and who above, what below.
ListRow line_row(std::string_view line, std::size_t number) {
    ListRow row{.id = std::format("line.{}", number)};
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) {
        row.label = plain(std::string(line));
        return row;
    }
    row.label = plain(std::string(line.substr(0, colon)));
    row.value = plain(std::string(line.substr(colon + 2)));
    return row;
}

/// The newest first.
std::vector<ListRow> line_rows(std::string_view text) {
    std::vector<std::string_view> lines;
    for (const auto each : text | std::views::split('\n'))
        if (const std::string_view line(each); !line.empty()) lines.push_back(line);
    std::vector<ListRow> rows;
    for (const std::string_view line : lines | std::views::reverse | std::views::take(kMostLines))
        rows.push_back(line_row(line, rows.size()));
    return rows;
}

void add_lines(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    std::optional<std::string> chosen;
    const auto say = [&](Tone tone, Text words) {
        pieces.notice({.id = "journal.state", .tone = tone, .words = ui.text(words)});
    };
    if (!desk.journal) return say(Tone::Note, Text::CareJournalReading);
    if (!desk.journal->text) return say(Tone::Warn, Text::CareJournalMissing);
    const auto rows = line_rows(*desk.journal->text);
    if (rows.empty()) return say(Tone::Still, Text::CareJournalNone);
    add_rows(ui, pieces, rows, chosen);
}

}  // namespace

std::optional<CareEvent> draw_journal(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(
        ui, desk,
        {.title = ui.text(Text::CareJournalTitle), .next = ui.text(Text::CareMenuExport)});
    std::optional<CareEvent> event;
    Pieces pieces(ui, frame.content.w);
    add_filters(ui, pieces, desk, event);
    add_lines(ui, pieces, desk);
    pieces.draw(frame.content, "care.journal");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return CarePageWished{CarePage::Export};
    return event;
}

}  // namespace motlan
