#include <format>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/pages/stick_words.h"
#include "kiosk/technician/report_turns.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

void add_printing(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    if (desk.printed == PrintStage::None && !desk.fault) return;
    NoticeSpec spec{.id = "report.printing", .words = ui.text(Text::CareReportPrinting)};
    if (desk.printed == PrintStage::Printed) {
        spec.tone = Tone::Ok;
        spec.words = ui.text(Text::CareReportPrinted);
    }
    if (desk.fault) {
        spec.tone = Tone::Error;
        spec.words = remedy_words(ui, *desk.fault);
    }
    pieces.notice(spec);
    pieces.skip(ui.dp(20));
}

/// What came of writing it to the stick.
NoticeSpec written_notice(const Ui& ui, const ReportWritten& written) {
    if (const auto trouble = stick_trouble(ui, written.stick); trouble && !written.fault)
        return *trouble;
    if (written.fault)
        return {.id = "report.unwritten",
                .tone = Tone::Error,
                .words = remedy_words(ui, *written.fault)};
    return {.id = "report.written",
            .tone = Tone::Ok,
            .words = ui.text(Text::CareExportWritten, {{"place", written.file.string()}})};
}

void add_file(Ui& ui, Pieces& pieces, const CareDesk& desk, bool& is_wished) {
    if (desk.written) {
        pieces.notice(written_notice(ui, *desk.written));
        pieces.skip(ui.dp(20));
    }
    pieces.button(
        {.id = "report.write",
         .label = ui.text(desk.is_writing ? Text::CareExportWriting : Text::CareReportFile),
         .icon = Icon::Store,
         .is_enabled = !desk.is_writing},
        ui.dp(96), [&is_wished] { is_wished = true; });
    pieces.skip(ui.dp(20));
}

}  // namespace

std::optional<CareEvent> draw_report(Ui& ui, const CareDesk& desk) {
    const CareFrame frame =
        draw_care_frame(ui, desk,
                        {.title = ui.text(Text::CareReportTitle),
                         .next = ui.text(Text::CareReportPrint),
                         .next_icon = Icon::Printer,
                         .is_next_enabled = desk.printed != PrintStage::Printing});
    std::vector<ListRow> rows;
    for (const SlipLine& line : report_lines(report_of(desk, ui.language()), ui.language()))
        rows.push_back({.id = std::format("report.{}", rows.size()),
                        .label = line.label,
                        .value = plain(line.value)});
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    bool is_file_wished = false;
    add_printing(ui, pieces, desk);
    add_file(ui, pieces, desk, is_file_wished);
    add_rows(ui, pieces, rows, chosen);
    pieces.draw(frame.content, "care.report");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return PaperWished{};
    if (is_file_wished) return ReportFileWished{};
    return std::nullopt;
}

}  // namespace motlan
