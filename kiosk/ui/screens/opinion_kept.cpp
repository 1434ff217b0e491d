#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// Sealing, at the province, on this kiosk, or not even that.
NoticeSpec state_of(const Ui& ui, const OpinionKept& screen) {
    NoticeSpec spec{.id = "opinion.state", .icon = Icon::Lock};
    if (screen.fault) {
        spec.tone = Tone::Error;
        spec.icon = Icon::None;
        // What the province has refused was kept and sent.
        const bool is_rejected = screen.fault == Fault::DossierRejected;
        spec.title = ui.text(is_rejected ? Text::OpinionRejected : Text::OpinionNotKept);
        spec.words = ui.text(Text::OpinionAskStaff);
        spec.small_code = support_words(ui, *screen.fault);
        return spec;
    }
    if (screen.id.empty()) {
        spec.words = ui.text(Text::OpinionSealing);
        return spec;
    }
    if (!screen.code.empty()) {
        spec.tone = Tone::Ok;
        spec.icon = Icon::Check;
        spec.title = ui.text(Text::OpinionArrived);
        if (screen.due) {
            const std::string due = due_text(*screen.due, ui.language());
            spec.words = ui.text(Text::OpinionDue, {{"due", due}});
        }
        return spec;
    }
    spec.title = ui.text(Text::OpinionSafe);
    spec.words =
        ui.text(screen.is_waiting_for_network ? Text::OpinionQueued : Text::OpinionOnItsWay);
    return spec;
}

void add_code(Ui& ui, Pieces& pieces, const OpinionKept& screen) {
    const std::string code = code_to_keep(screen);
    if (code.empty()) return;
    pieces.skip(ui.dp(32));
    pieces.text(ui.text(screen.code.empty() ? Text::OpinionKioskCode : Text::OpinionCode),
                caption(ui));
    pieces.text(plain(code),
                {.role = TextRole::Heading1, .weight = Weight::Bold, .id = "opinion.number"});
}

/// Only where there is a code, and something that can print it.
void add_slip(Ui& ui, Pieces& pieces, const OpinionKept& screen, std::optional<Event>& event) {
    if (screen.id.empty() || !ui.surroundings().ability.prints) return;
    pieces.skip(ui.dp(24));
    if (screen.slip)
        return add_slip_part(ui, pieces,
                             {*screen.slip, screen.slip_fault, Text::FollowPrinting,
                              Text::FollowPrinted, Text::OpinionNotPrinted},
                             event);
    const ButtonSpec print{
        .id = "opinion.print", .label = ui.text(Text::OpinionPrint), .icon = Icon::Printer};
    pieces.button(print, ui.dp(88), [&event] { event = SlipWished{}; });
}

/// After a rating: whether there is something that the province should look into (ux C24).
void add_demanded(Ui& ui, Pieces& pieces, std::optional<Event>& event) {
    TextStyle question = strong();
    question.heard_as = NodeRole::Status;  // it comes when the rating is kept, and is said then
    pieces.skip(ui.dp(40));
    pieces.text(ui.text(Text::RateDemanded), question);
    pieces.skip(ui.dp(8));
    pieces.text(ui.text(Text::ReportLead), body());
    pieces.skip(ui.dp(24));
    const ButtonSpec report{
        .id = "opinion.report", .label = ui.text(Text::RateDemandedReport), .icon = Icon::Flag};
    pieces.button(report, ui.dp(88), [&event] { event = ReportWished{}; });
}

}  // namespace

std::optional<Event> draw(Ui& ui, const OpinionKept& screen) {
    const Text title = screen.is_report ? Text::OpinionReportTitle : Text::OpinionRatingTitle;
    const bool is_done = screen.fault || !screen.id.empty();
    const Frame frame = draw_frame(ui, {.title = ui.text(title),
                                        .next = ui.text(Text::FollowDone),
                                        .next_icon = Icon::Check,
                                        .is_next_enabled = is_done,
                                        .why_not = ui.text(Text::WhyNotBusy),
                                        .offline = ui.text(Text::OpinionQueued)});
    std::optional<Event> event;
    Pieces pieces(ui, frame.content.w);
    pieces.notice(state_of(ui, screen));
    if (screen.is_report && !screen.fault) {
        add_code(ui, pieces, screen);
        add_slip(ui, pieces, screen, event);
        pieces.skip(ui.dp(32));
        pieces.text(ui.text(Text::ReportWho), strong());
        if (!screen.code.empty()) pieces.text(ui.text(Text::ReportRight), body());
    }
    if (screen.may_report && !screen.id.empty()) add_demanded(ui, pieces, event);
    pieces.draw(frame.content, "opinion.page");
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
