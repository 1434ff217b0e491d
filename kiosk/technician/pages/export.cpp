#include <format>
#include <ranges>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// ux 7, T12.
constexpr std::size_t kPreviewLines = 20;

void add_refusal(Ui& ui, Pieces& pieces, const RefusedFile& refused) {
    pieces.notice(
        {.id = "export.refused",
         .tone = Tone::Error,
         .words = ui.text(Text::CareExportRefused,
                          {{"line", std::to_string(refused.found.line)}, {"file", refused.file}}),
         .small_code = std::string(code(Fault::ExportRefused))});
}

std::vector<ListRow> file_rows(const Ui& ui, const DiagnosticFiles& files) {
    std::vector<ListRow> rows{
        {.is_header = true, .id = "care.export.files", .label = ui.text(Text::CareExportFiles)}};
    for (const auto& [file, text] : files)
        rows.push_back(
            {.id = "export." + file,
             .label = plain(file),
             .value = plain(
                 ui.text(Text::CareExportBytes, {{"count", std::to_string(text.size())}}).shown)});
    return rows;
}

std::vector<ListRow> preview_rows(const Ui& ui, const DiagnosticFiles& files) {
    std::vector<ListRow> rows{{.is_header = true,
                               .id = "care.export.preview",
                               .label = ui.text(Text::CareExportPreview)}};
    const auto journal = files.find("journal.txt");
    if (journal == files.end()) return {};
    for (const auto each : std::string_view(journal->second) | std::views::split('\n') |
                               std::views::take(kPreviewLines)) {
        const std::string_view line(each);
        if (!line.empty())
            rows.push_back(
                {.id = std::format("preview.{}", rows.size()), .label = plain(std::string(line))});
    }
    return rows.size() > 1 ? rows : std::vector<ListRow>{};
}

void add_state(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    const std::string place = desk.gathered->place.string();
    if (desk.exported == ExportStage::Written)
        return pieces.notice({.id = "export.written",
                              .tone = Tone::Ok,
                              .words = ui.text(Text::CareExportWritten, {{"place", place}})});
    if (desk.fault) {
        pieces.notice(
            {.id = "export.failed", .tone = Tone::Error, .words = remedy_words(ui, *desk.fault)});
        pieces.skip(ui.dp(20));
    }
    pieces.notice(
        {.id = "export.clean",
         .tone = Tone::Ok,
         .title = ui.text(Text::CareExportClean),
         .words = ui.text(desk.gathered->is_stick ? Text::CareExportStick : Text::CareExportHere,
                          {{"place", place}})});
}

void add_gathered(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    std::optional<std::string> chosen;
    if (desk.gathered->refused) return add_refusal(ui, pieces, *desk.gathered->refused);
    add_state(ui, pieces, desk);
    add_rows(ui, pieces, file_rows(ui, desk.gathered->files), chosen);
    add_rows(ui, pieces, preview_rows(ui, desk.gathered->files), chosen);
}

/// Write what is there; gather again what was written or refused.
bool may_write(const CareDesk& desk) {
    return desk.gathered && !desk.gathered->refused && desk.exported != ExportStage::Written;
}

}  // namespace

std::optional<CareEvent> draw_export(Ui& ui, const CareDesk& desk) {
    const bool writes = may_write(desk);
    const bool is_waiting = !desk.gathered || desk.exported == ExportStage::Writing;
    const CareFrame frame = draw_care_frame(
        ui, desk,
        {.title = ui.text(Text::CareExportTitle),
         .next = ui.text(writes || is_waiting ? Text::CareExportWrite : Text::CareExportAgain),
         .next_icon = Icon::Store,
         .is_next_enabled = !is_waiting});
    Pieces pieces(ui, frame.content.w);
    if (!desk.gathered)
        pieces.notice({.id = "export.gathering",
                       .words = ui.text(Text::CareExportGathering),
                       .icon = Icon::Clock});
    else
        add_gathered(ui, pieces, desk);
    pieces.draw(frame.content, "care.export");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return writes ? CareEvent(ExportWished{}) : CareEvent(GatherWished{});
    return std::nullopt;
}

}  // namespace motlan
