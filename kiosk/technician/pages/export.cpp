#include <format>
#include <ranges>

#include "kiosk/core/expects.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/pages/stick_words.h"
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

/// The log where it is taken along, else the first of the others.
std::vector<ListRow> preview_rows(const Ui& ui, const DiagnosticFiles& files) {
    auto shown = files.find("journal.txt");
    if (shown == files.end()) shown = files.begin();
    if (shown == files.end()) return {};
    std::vector<ListRow> rows{
        {.is_header = true,
         .id = "care.export.preview",
         .label = ui.text(Text::CareExportPreview, {{"file", shown->first}})}};
    for (const auto each : std::string_view(shown->second) | std::views::split('\n') |
                               std::views::take(kPreviewLines)) {
        const std::string_view line(each);
        if (!line.empty())
            rows.push_back(
                {.id = std::format("preview.{}", rows.size()), .label = plain(std::string(line))});
    }
    return rows;
}

/// What the stick is like; the file is named once it is there.
NoticeSpec stick_notice(const Ui& ui, const CareDesk& desk) {
    const Stick& stick = desk.gathered->stick;
    if (desk.exported == ExportStage::Written)
        return {
            .id = "export.written",
            .tone = Tone::Ok,
            .words = ui.text(Text::CareExportWritten, {{"place", desk.exported_file.string()}})};
    if (const auto trouble = stick_trouble(ui, stick)) return *trouble;
    return {.id = "export.clean",
            .tone = Tone::Ok,
            .title = ui.text(Text::CareExportClean),
            .words = ui.text(Text::CareExportStick, {{"place", stick.place.string()}})};
}

void add_state(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    if (desk.fault) {
        pieces.notice(
            {.id = "export.failed", .tone = Tone::Error, .words = remedy_words(ui, *desk.fault)});
        pieces.skip(ui.dp(20));
    }
    pieces.notice(stick_notice(ui, desk));
    pieces.skip(ui.dp(20));
}

void add_parts(Ui& ui, Pieces& pieces, const CareDesk& desk, std::optional<CareEvent>& event) {
    for (const DiagnosticPart part : all_diagnostic_parts()) {
        const bool is_taken = desk.parts.contains(part);
        const auto words = find_text(std::format("care.export.part_{}", name(part)));
        expects(words.has_value());
        add_choice(ui, pieces,
                   {.id = std::format("part.{}", name(part)),
                    .label = ui.text(*words),
                    .is_selected = is_taken},
                   [&event, part] { event = PartWished{part}; });
        pieces.skip(ui.dp(16));
    }
}

void add_gathered(Ui& ui, Pieces& pieces, const CareDesk& desk, std::optional<CareEvent>& event) {
    std::optional<std::string> chosen;
    if (desk.gathered->refused) return add_refusal(ui, pieces, *desk.gathered->refused);
    add_state(ui, pieces, desk);
    if (desk.exported != ExportStage::Written) add_parts(ui, pieces, desk, event);
    const DiagnosticFiles files = files_of(desk.gathered->files, desk.parts);
    add_rows(ui, pieces, file_rows(ui, files), chosen);
    add_rows(ui, pieces, preview_rows(ui, files), chosen);
}

/// Write what is there; gather again what was written, refused, or has no stick to go to.
bool may_write(const CareDesk& desk) {
    return desk.may_export() && desk.exported != ExportStage::Written;
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
    std::optional<CareEvent> event;
    Pieces pieces(ui, frame.content.w);
    if (!desk.gathered)
        pieces.notice({.id = "export.gathering",
                       .words = ui.text(Text::CareExportGathering),
                       .icon = Icon::Clock});
    else
        add_gathered(ui, pieces, desk, event);
    pieces.draw(frame.content, "care.export");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return writes ? CareEvent(ExportWished{}) : CareEvent(GatherWished{});
    return event;
}

}  // namespace motlan
