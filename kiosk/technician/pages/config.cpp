// T10, to look at: an installed kiosk may not write its own settings, whoever stands before it.
#include <format>

#include "kiosk/care/settings_text.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

std::vector<ListRow> value_rows(const Ui& ui, std::string_view text) {
    std::vector<ListRow> rows;
    std::string table;
    for (const SettingInForce& setting : settings_in_force(text)) {
        if (rows.empty() || setting.table != table) {
            table = setting.table;
            rows.push_back({.is_header = true,
                            .id = "config.table." + table,
                            .label = table.empty() ? ui.text(Text::CareConfigGeneral)
                                                   : plain(std::format("[{}]", table))});
        }
        rows.push_back({.id = std::format("config.{}.{}", table, setting.key),
                        .label = plain(setting.key),
                        .value = plain(setting.value)});
    }
    return rows;
}

/// "-" was, "+" is.
std::vector<ListRow> changed_rows(const Ui& ui, const std::vector<std::string>& changed) {
    std::vector<ListRow> rows{{.is_header = true,
                               .id = "care.config.changed",
                               .label = ui.text(Text::CareConfigChanged)}};
    for (std::size_t n = 0; n < changed.size(); ++n)
        rows.push_back({.id = std::format("config.changed.{}", n), .label = plain(changed[n])});
    if (changed.empty())
        rows.push_back(
            {.id = "config.never", .label = plain(ui.text(Text::CareConfigNever).shown)});
    return rows;
}

}  // namespace

std::optional<CareEvent> draw_config(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk, {.title = ui.text(Text::CareConfigTitle)});
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::CareConfigLead), body());
    pieces.skip(ui.dp(20));
    if (desk.config && !desk.config->text)
        pieces.notice({.id = "config.unreadable",
                       .tone = Tone::Error,
                       .words = ui.text(Text::CareConfigUnreadable)});
    if (desk.config && desk.config->text) {
        add_rows(ui, pieces, changed_rows(ui, desk.config->changed), chosen);
        add_rows(ui, pieces, value_rows(ui, *desk.config->text), chosen);
    }
    pieces.draw(frame.content, "care.config");
    return frame.went_back ? std::optional<CareEvent>(CareWentBack{}) : std::nullopt;
}

}  // namespace motlan
