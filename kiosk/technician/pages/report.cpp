#include <format>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/report.h"
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

}  // namespace

std::optional<CareEvent> draw_report(Ui& ui, const CareDesk& desk) {
    const CareFrame frame =
        draw_care_frame(ui, desk,
                        {.title = ui.text(Text::CareReportTitle),
                         .next = ui.text(Text::CareReportPrint),
                         .next_icon = Icon::Printer,
                         .is_next_enabled = desk.printed != PrintStage::Printing});
    std::vector<ListRow> rows;
    for (const SlipLine& line : report_lines(desk, ui.language()))
        rows.push_back({.id = std::format("report.{}", rows.size()),
                        .label = line.label,
                        .value = plain(line.value)});
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    add_printing(ui, pieces, desk);
    add_rows(ui, pieces, rows, chosen);
    pieces.draw(frame.content, "care.report");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return PaperWished{};
    return std::nullopt;
}

}  // namespace motlan
