#include "kiosk/ui/screens/slip_part.h"

namespace motlan {
namespace {

NoticeSpec spec_of(const Ui& ui, const SlipPart& part) {
    NoticeSpec spec{.id = "slip.state", .icon = Icon::Printer};
    switch (part.stage) {
        case SlipStage::Printing: spec.words = ui.text(part.printing); break;
        case SlipStage::Printed:
            spec.tone = Tone::Ok;
            spec.words = ui.text(part.printed);
            break;
        case SlipStage::NotPrinted:
            spec.tone = Tone::Warn;
            spec.title = ui.text(part.not_printed);
            if (part.fault)
                spec.small_code =
                    ui.text(Text::CommonCode, {{"code", std::string(code(*part.fault))}}).shown;
            break;
    }
    return spec;
}

}  // namespace

bool draw_slip_part(Ui& ui, Column& column, const SlipPart& part) {
    notice(ui, column, spec_of(ui, part));
    if (part.stage == SlipStage::Printing) return false;
    column.skip(ui.dp(16));
    Rect box = column.take(ui.dp(88));
    box.w = std::min(box.w, ui.dp(320));
    return button(
        ui, box,
        {.id = "slip.again", .label = ui.text(Text::DonePrintAgain), .icon = Icon::Printer});
}

}  // namespace motlan
