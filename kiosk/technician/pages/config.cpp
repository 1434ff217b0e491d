// T10: every value of kiosk.toml, what is to change, and the way to put it in force.
#include <format>

#include "kiosk/care/settings_text.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/config_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

constexpr std::string_view kEdit = "edit.";

ListRow value_row(const Ui& ui, const ConfigWork& change, const SettingSpec& spec) {
    const std::string path = path_of(spec);
    const auto now = setting_in(change.draft, path);
    ListRow row{.id = "config." + path,
                .label = setting_words(ui, spec),
                .value = value_words(ui, spec, now),
                .actions = {{std::string(kEdit) + path, ui.text(Text::CareConfigEdit)}}};
    if (change.problem && change.problem->key == path) {
        row.tone = Tone::Error;
        row.badge = rule_words(ui, spec);
    } else if (const auto before = setting_in(change.former, path); before != now) {
        row.tone = Tone::Warn;
        row.badge = ui.text(Text::CareConfigPending);
    }
    return row;
}

std::vector<ListRow> value_rows(const Ui& ui, const ConfigWork& change) {
    std::vector<ListRow> rows;
    std::string_view table;
    for (const SettingSpec& spec : all_settings()) {
        if (rows.empty() || spec.table != table)
            rows.push_back({.is_header = true,
                            .id = std::format("config.table.{}", spec.table),
                            .label = table_words(ui, spec.table)});
        table = spec.table;
        rows.push_back(value_row(ui, change, spec));
    }
    return rows;
}

/// "-" was, "+" will be.
std::vector<ListRow> changed_rows(const Ui& ui, const ConfigWork& change) {
    std::vector<ListRow> rows{{.is_header = true,
                               .id = "care.config.pending",
                               .label = ui.text(Text::CareConfigPending)}};
    for (const std::string& line : changed_lines(change.former, change.draft))
        rows.push_back({.id = std::format("config.changed.{}", rows.size()), .label = plain(line)});
    return rows;
}

void add_pending(Ui& ui, Pieces& pieces, const ConfigWork& change, bool& is_dropped) {
    std::optional<std::string> nothing;
    add_rows(ui, pieces, changed_rows(ui, change), nothing);
    pieces.skip(ui.dp(20));
    const ButtonSpec drop{.id = "config.drop",
                          .label = ui.text(Text::CareConfigDrop),
                          .icon = Icon::Cross,
                          .is_enabled = !change.is_applying};
    pieces.button(drop, ui.dp(96), [&is_dropped] { is_dropped = true; });
    pieces.skip(ui.dp(20));
}

std::optional<CareEvent> event_of(const std::optional<std::string>& chosen) {
    if (!chosen || !chosen->starts_with(kEdit)) return std::nullopt;
    return SettingOpened{chosen->substr(kEdit.size())};
}

CareFrameSpec frame_of(const Ui& ui, const ConfigWork& change) {
    const bool is_pending = change.is_pending();
    return {.title = ui.text(Text::CareConfigTitle),
            .next = ui.text(is_pending ? Text::CareConfigApply : Text::CareConfigHistory),
            .next_icon = is_pending ? Icon::CheckRound : Icon::Clock,
            .is_next_enabled = !change.is_applying && !change.problem};
}

}  // namespace

std::optional<CareEvent> draw_config(Ui& ui, const CareDesk& desk) {
    const ConfigWork& change = desk.change;
    const CareFrame frame = draw_care_frame(ui, desk, frame_of(ui, change));
    std::optional<std::string> chosen;
    bool is_dropped = false;
    Pieces pieces(ui, frame.content.w);
    if (const auto notice = change_notice(ui, change)) {
        pieces.notice(*notice);
        pieces.skip(ui.dp(20));
    } else {
        pieces.text(ui.text(Text::CareConfigLead), body());
        pieces.skip(ui.dp(20));
    }
    if (desk.config && !desk.config->text)
        pieces.notice({.id = "config.unreadable",
                       .tone = Tone::Error,
                       .words = ui.text(Text::CareConfigUnreadable)});
    if (change.is_pending()) add_pending(ui, pieces, change, is_dropped);
    if (desk.config && desk.config->text) add_rows(ui, pieces, value_rows(ui, change), chosen);
    pieces.draw(frame.content, "care.config");
    if (frame.went_back) return CareWentBack{};
    if (is_dropped) return ChangesDropped{};
    if (frame.proceeded)
        return change.is_pending() ? CareEvent(ApplyWished{})
                                   : CareEvent(CarePageWished{CarePage::History});
    return event_of(chosen);
}

}  // namespace motlan
