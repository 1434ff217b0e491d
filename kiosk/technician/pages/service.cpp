#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// Closed by a technician, resting as planned, or open.
NoticeSpec state_of(const Ui& ui, const CareDesk& desk) {
    NoticeSpec spec{.id = "service.state", .tone = Tone::Warn};
    if (desk.is_closed) {
        spec.title = ui.text(Text::CareServiceClosed);
        spec.words = ui.text(Text::CareServiceClosedWords);
        return spec;
    }
    if (desk.rest && desk.rest->holds(desk.wall)) {
        spec.title = ui.text(Text::CareServiceResting);
        spec.words =
            ui.text(Text::CareServiceRestingWords, {{"moment", moment_text(desk.rest->to)}});
        return spec;
    }
    spec.tone = Tone::Ok;
    spec.title = ui.text(Text::CareServiceOpened);
    spec.words = ui.text(Text::CareServiceOpenedWords);
    return spec;
}

void add_state(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    pieces.notice(state_of(ui, desk));
    pieces.skip(ui.dp(24));
    if (desk.is_kept) return;
    pieces.notice(
        {.id = "service.unsaved", .tone = Tone::Error, .words = ui.text(Text::CareServiceUnsaved)});
    pieces.skip(ui.dp(24));
}

ChoiceSpec closing_choice(const Ui& ui, bool is_closed) {
    return {.id = is_closed ? "service.open" : "service.close",
            .label = ui.text(is_closed ? Text::CareServiceOpen : Text::CareServiceClose),
            .hint = ui.text(is_closed ? Text::CareServiceOpenHint : Text::CareServiceCloseHint),
            .icon = is_closed ? Icon::House : Icon::Lock,
            .leads_on = true};
}

/// With what is planned, unless that is over.
ChoiceSpec plan_choice(const Ui& ui, const CareDesk& desk) {
    const bool is_planned = desk.rest && desk.wall < desk.rest->to;
    return {.id = "service.plan",
            .label = ui.text(Text::CarePlanTitle),
            .hint = is_planned
                        ? ui.text(Text::CarePlanSpan, {{"from", moment_text(desk.rest->from)},
                                                       {"to", moment_text(desk.rest->to)}})
                        : ui.text(Text::CarePlanHint),
            .icon = Icon::Clock,
            .leads_on = true};
}

}  // namespace

std::optional<CareEvent> draw_service(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk, {.title = ui.text(Text::CareServiceTitle)});
    std::optional<CareEvent> event;
    Pieces pieces(ui, frame.content.w);
    add_state(ui, pieces, desk);
    add_choice(ui, pieces, closing_choice(ui, desk.is_closed),
               [&] { event = ClosingWished{!desk.is_closed}; });
    pieces.skip(ui.dp(24));
    add_choice(ui, pieces, plan_choice(ui, desk), [&] { event = CarePageWished{CarePage::Plan}; });
    pieces.skip(ui.dp(24));
    add_choice(ui, pieces,
               {.id = "service.clean",
                .label = ui.text(Text::CareServiceClean),
                .hint = ui.text(Text::CareServiceCleanHint),
                .icon = Icon::Finger,
                .leads_on = true},
               [&] { event = CarePageWished{CarePage::Clean}; });
    pieces.skip(ui.dp(24));
    add_choice(ui, pieces,
               {.id = "service.restart",
                .label = ui.text(Text::CareServiceRestart),
                .hint = ui.text(Text::CareServiceRestartHint),
                .icon = Icon::Retry,
                .leads_on = true},
               [&] { event = CareLeft{}; });
    pieces.draw(frame.content, "care.service");
    return frame.went_back ? std::optional<CareEvent>(CareWentBack{}) : event;
}

}  // namespace motlan
