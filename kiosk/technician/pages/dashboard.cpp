#include <algorithm>
#include <array>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_buttons.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct MenuEntry {
    CarePage page;
    Text label;
    Icon icon;
};

constexpr auto kMenu =
    std::to_array<MenuEntry>({{CarePage::Tests, Text::CareMenuTests, Icon::CheckRound},
                              {CarePage::Devices, Text::CareMenuDevices, Icon::Scanner},
                              {CarePage::Network, Text::CareMenuNetwork, Icon::Globe},
                              {CarePage::Journal, Text::CareMenuJournal, Icon::Clock},
                              {CarePage::Config, Text::CareMenuConfig, Icon::Pencil},
                              {CarePage::Export, Text::CareMenuExport, Icon::Store},
                              {CarePage::Service, Text::CareMenuService, Icon::Lock},
                              {CarePage::Report, Text::CareMenuReport, Icon::Paper}});

/// The ways to all pages, in rows of buttons of one size.
void add_menu(Ui& ui, Pieces& pieces, std::optional<CareEvent>& event) {
    const bool is_wide = !ui.theme().is_portrait() && ui.theme().size() == TextSize::Normal;
    std::vector<CareButton> buttons;
    for (const MenuEntry& entry : kMenu)
        buttons.push_back({{.id = "menu." + std::string(name(entry.page)),
                            .label = ui.text(entry.label),
                            .icon = entry.icon},
                           CarePageWished{entry.page}});
    add_buttons(ui, pieces, {buttons, is_wide ? 4 : 2}, event);
}

void add_summary(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    NoticeSpec spec{.id = "care.summary", .tone = Tone::Note};
    if (!desk.checkup) {
        spec.title = ui.text(Text::CareHomeLooking);
        spec.icon = Icon::Clock;
    } else {
        const auto count = [&](Grade grade) {
            return std::ranges::count(desk.checkup->remarks, grade, &Remark::grade);
        };
        const auto wrong = count(Grade::Wrong);
        const auto notice = count(Grade::Notice);
        spec.tone = wrong > 0 ? Tone::Error : notice > 0 ? Tone::Warn : Tone::Ok;
        spec.title = wrong + notice == 0
                         ? ui.text(Text::CareHomeWell)
                         : ui.text(Text::CareHomeCount, {{"wrong", std::to_string(wrong)},
                                                         {"notice", std::to_string(notice)}});
    }
    pieces.notice(spec);
    pieces.skip(ui.dp(20));
}

/// The areas that are fine, each once, in one row.
ListRow fine_row(const Ui& ui, const Checkup& checkup) {
    std::string names;
    std::string_view last;
    for (const Remark& remark : checkup.remarks) {
        if (remark.grade != Grade::Fine || remark.area == last) continue;
        last = remark.area;
        names += (names.empty() ? "" : ", ") + area_words(ui, remark.area).shown;
    }
    return {.id = "care.fine", .label = ui.text(Text::CareHomeFine), .value = plain(names)};
}

std::vector<ListRow> rows_of(const Ui& ui, const CareDesk& desk) {
    std::vector<ListRow> rows;
    const auto head = [&](Text text) {
        rows.push_back(
            {.is_header = true, .id = std::string(ui.text(text).key), .label = ui.text(text)});
    };
    const auto troubles = desk.checkup ? trouble_rows(ui, *desk.checkup) : std::vector<ListRow>{};
    if (!troubles.empty()) head(Text::CareHomeAttention);
    rows.insert(rows.end(), troubles.begin(), troubles.end());
    head(Text::CareHomeFigures);
    for (ListRow& row : figure_rows(ui, desk)) rows.push_back(std::move(row));
    if (desk.checkup) rows.push_back(fine_row(ui, *desk.checkup));
    return rows;
}

}  // namespace

std::optional<CareEvent> draw_dashboard(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk,
                                            {.title = ui.text(Text::CareHomeTitle),
                                             .back = ui.text(Text::CareAccessLeave),
                                             .next = ui.text(Text::CareTestAll),
                                             .next_icon = Icon::CheckRound});
    std::optional<CareEvent> event;
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    add_summary(ui, pieces, desk);
    add_menu(ui, pieces, event);
    add_rows(ui, pieces, rows_of(ui, desk), chosen);
    pieces.draw(frame.content, "care.home");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return TestsWished{whole_series()};
    return event;
}

}  // namespace motlan
