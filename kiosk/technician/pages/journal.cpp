#include <array>
#include <format>
#include <ranges>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// More would be nobody's to read at a kiosk; kioskctl log tells all.
constexpr std::size_t kMostLines = 80;

struct Filter {
    JournalChoice choice;
    Text label;
    std::string_view id;
};

constexpr auto kFilters =
    std::to_array<Filter>({{JournalChoice::All, Text::CareJournalAll, "all"},
                           {JournalChoice::Faults, Text::CareJournalFaults, "faults"},
                           {JournalChoice::Lost, Text::CareJournalLost, "lost"}});

ButtonSpec filter_button(const Ui& ui, const CareDesk& desk, const Filter& filter) {
    const bool is_chosen = desk.choice == filter.choice;
    return {.id = "journal." + std::string(filter.id),
            .label = ui.text(filter.label),
            .icon = is_chosen ? Icon::Check : Icon::None,
            .kind = is_chosen ? ButtonKind::Secondary : ButtonKind::Quiet,
            .role = TextRole::Body};
}

void add_filters(Ui& ui, Pieces& pieces, const CareDesk& desk, std::optional<CareEvent>& event) {
    const int columns = static_cast<int>(kFilters.size());
    const int gap = ui.dp(16);
    const int wide = (pieces.width() - gap * (columns - 1)) / columns;
    int high = ui.dp(80);
    for (const Filter& filter : kFilters)
        high = std::max(high, button_height(ui, filter_button(ui, desk, filter), wide));
    pieces.add(high, [&ui, &desk, &event, columns, gap](const Rect& box) {
        const Row row(box, columns, gap);
        for (int i = 0; const Filter& filter : kFilters) {
            if (button(ui, ui.for_hand(row.at(i++), box), filter_button(ui, desk, filter)))
                event = JournalWished{filter.choice};
        }
    });
    pieces.skip(ui.dp(20));
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
