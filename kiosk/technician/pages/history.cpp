// T10: the versions that were in force before, each one touch from being so again.
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

constexpr std::string_view kTake = "take.";

ListRow version_row(const Ui& ui, const FormerVersion& version) {
    return {.id = "version." + version.name,
            .label = ui.text(Text::CareHistoryRow, {{"name", version.name}}),
            .value = plain(
                ui.text(Text::CareHistoryUntil, {{"time", moment_text(version.until)}}).shown),
            .actions = {{std::string(kTake) + version.name, ui.text(Text::CareHistoryTake)}}};
}

}  // namespace

std::optional<CareEvent> draw_history(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk, {.title = ui.text(Text::CareHistoryTitle)});
    std::optional<std::string> chosen;
    std::vector<ListRow> rows;
    if (desk.config)
        for (const FormerVersion& version : desk.config->former)
            rows.push_back(version_row(ui, version));
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(rows.empty() ? Text::CareHistoryNone : Text::CareHistoryLead), body());
    pieces.skip(ui.dp(20));
    add_rows(ui, pieces, rows, chosen);
    pieces.draw(frame.content, "care.history");
    if (frame.went_back) return CareWentBack{};
    if (chosen && chosen->starts_with(kTake)) return VersionWished{chosen->substr(kTake.size())};
    return std::nullopt;
}

}  // namespace motlan
