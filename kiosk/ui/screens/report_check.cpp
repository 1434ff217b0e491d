#include "kiosk/ui/screens/report_check.h"

#include "kiosk/ui/report_words.h"
#include "kiosk/ui/widgets/choice.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// The switch for what ties it to a dossier or shows that it was not needed.
void add_evidence(Ui& ui, Pieces& pieces, const UnlawfulRequest& said,
                  std::optional<Event>& event) {
    if (said.dossier.empty() && said.evidence.empty()) return;
    pieces.skip(ui.dp(24));
    const ChoiceSpec evidence{.id = "report.evidence",
                              .label = ui.text(Text::ReportEvidence),
                              .hint = ui.text(Text::ReportEvidenceHint),
                              .is_selected = said.with_evidence};
    add_choice(ui, pieces, evidence,
               [&event, &said] { event = EvidenceWished{!said.with_evidence}; });
    pieces.skip(ui.dp(16));
}

void add_promise(Ui& ui, Pieces& pieces) {
    pieces.skip(ui.dp(24));
    pieces.notice({.id = "report.who",
                   .tone = Tone::Note,
                   .title = ui.text(Text::ReportWho),
                   .words = ui.text(Text::ReportRight),
                   .icon = Icon::Shield});
}

}  // namespace

std::optional<Event> draw_report_check(Ui& ui, const Rect& box, const UnlawfulRequest& said) {
    std::optional<Event> event;
    std::optional<std::string> chosen;
    Pieces pieces(ui, box.w);
    add_rows(ui, pieces, report_rows(ui, said), chosen);
    add_evidence(ui, pieces, said, event);
    add_rows(ui, pieces, evidence_rows(ui, said), chosen);
    add_promise(ui, pieces);
    pieces.skip(ui.dp(24));
    const bool has_phone = !said.phone.reveal().empty();
    const ChoiceSpec phone{.id = "report.leave_phone",
                           .label = ui.text(Text::ReportLeavePhone),
                           .hint = ui.text(Text::ReportLeavePhoneHint),
                           .is_selected = has_phone};
    add_choice(ui, pieces, phone, [&event, has_phone] { event = PhoneWished{!has_phone}; });
    if (said.photo || ui.surroundings().ability.takes_papers) {
        pieces.skip(ui.dp(24));
        const ChoiceSpec photo{.id = "report.photo_wish",
                               .label = ui.text(Text::ReportPhotoWish),
                               .hint = ui.text(Text::ReportPhotoWishHint),
                               .is_selected = said.photo.has_value()};
        add_choice(ui, pieces, photo, [&event] { event = PhotoWished{}; });
    }
    pieces.draw(box, "report.check");
    return event;
}

}  // namespace motlan
