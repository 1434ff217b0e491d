#include "kiosk/ui/follow_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/slip_part.h"
#include "kiosk/ui/screens/timeline.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/block.h"

namespace motlan {
namespace {

/// How long still, while the clock runs.
void add_due(Ui& ui, Pieces& pieces, const FollowedDossier& dossier) {
    const auto left = time_left(dossier, ui.surroundings().now);
    if (!left) return;
    const std::string day = due_text(*due(dossier), ui.language());
    pieces.notice({.id = "follow.due",
                   .tone = left->is_late ? Tone::Warn : Tone::Note,
                   .title = left_words(ui, *left),
                   .words = ui.text(Text::FollowDue, {{"due", day}}),
                   .icon = Icon::Clock,
                   .title_role = TextRole::Heading2});
    pieces.skip(ui.dp(24));
}

/// What the citizen has to do now.
void add_duty(Ui& ui, Pieces& pieces, const DossierEvent& latest) {
    const bool is_care = is_duty(latest.status);
    pieces.notice({.id = "follow.duty",
                   .tone = is_care ? Tone::Warn : Tone::Ok,
                   .words = duty_words(ui, latest),
                   .icon = is_care ? Icon::Finger : Icon::Check});
    pieces.skip(ui.dp(24));
}

/// Who has it, and what they say. A letter of apology has a page of its own.
void add_office(Ui& ui, Pieces& pieces, const DossierEvent& latest) {
    const std::string words = latest.is_apology ? "" : latest.words;
    if (words.empty() && latest.unit.empty()) return;
    Block block(ui, pieces.width(), Tone::Note);
    block.text(office_words(ui, latest.status), caption(ui));
    block.text(plain(latest.unit), {.weight = Weight::Bold, .id = "follow.unit"});
    block.text(plain(words), {.id = "follow.words", .privacy = Privacy::Masked});
    block.add_to(pieces);
    pieces.skip(ui.dp(24));
}

void add_button(Ui& ui, Pieces& pieces, const ButtonSpec& spec, std::function<void()> when_chosen) {
    const int high = std::max(ui.dp(88), button_height(ui, spec, pieces.width()));
    pieces.add(high, [&ui, spec, when_chosen = std::move(when_chosen)](const Rect& box) {
        if (button(ui, box, spec)) when_chosen();
    });
    pieces.skip(ui.dp(24));
}

void add_ways(Ui& ui, Pieces& pieces, const FollowDossier& screen, std::optional<Event>& event) {
    if (last_apology(screen.followed.dossier())) {
        add_button(
            ui, pieces,
            {.id = "follow.apology", .label = ui.text(Text::FollowSeeApology), .icon = Icon::Paper},
            [&event] { event = ApologyWished{}; });
    }
    if (screen.followed.dossier().latest().status == DossierStatus::PaymentAsked) {
        add_button(ui, pieces,
                   {.id = "follow.pay", .label = ui.text(Text::PayOpen), .icon = Icon::Phone},
                   [&event] { event = PayWished{}; });
    }
    if (screen.slip) {
        add_slip_part(ui, pieces,
                      {*screen.slip, screen.slip_fault, Text::FollowPrinting, Text::FollowPrinted,
                       Text::FollowNotPrinted},
                      event);
        return pieces.skip(ui.dp(24));
    }
    add_button(ui, pieces,
               {.id = "follow.report", .label = ui.text(Text::ReportOpen), .icon = Icon::Flag},
               [&event] { event = ReportWished{}; });
    add_button(ui, pieces,
               {.id = "follow.print", .label = ui.text(Text::FollowPrint), .icon = Icon::Printer},
               [&event] { event = SlipWished{}; });
}

bool has_list(const Followed& followed) {
    return followed.dossiers.size() > 1 || !followed.sought.empty();
}

Frame frame_of(Ui& ui, const Followed& followed) {
    const DossierEvent& latest = followed.dossier().latest();
    const bool is_asked = latest.status == DossierStatus::SupplementAsked && !latest.wishes.empty();
    return draw_frame(ui, {.title = state_words(ui, latest.status),
                           .back = has_list(followed) ? ui.text(Text::CommonBack) : Phrase{},
                           .next = ui.text(is_asked ? Text::FollowWishes : Text::FollowDone),
                           .next_icon = is_asked ? Icon::ArrowRight : Icon::Check,
                           .offline = ui.text(Text::FollowOffline)});
}

}  // namespace

std::optional<Event> draw(Ui& ui, const FollowDossier& screen) {
    const FollowedDossier& dossier = screen.followed.dossier();
    const Frame frame = frame_of(ui, screen.followed);
    EndPage page(ui, frame.content, 50);
    std::optional<Event> event;
    TextStyle which = caption(ui);
    which.id = "follow.which";
    which.privacy = Privacy::Masked;
    page.main().text(
        ui.text(Text::FollowWhich, {{"code", dossier.code},
                                    {"procedure", procedure_words(ui, dossier.procedure).shown}}),
        which);
    page.main().skip(ui.dp(16));
    add_due(ui, page.main(), dossier);
    add_duty(ui, page.main(), dossier.latest());
    add_office(ui, page.main(), dossier.latest());
    add_ways(ui, page.main(), screen, event);
    add_timeline(ui, page.rest(), dossier);
    page.draw("follow");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
