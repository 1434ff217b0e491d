// T03: which device has a role, and why it is not tested.
#include <format>

#include "kiosk/care/assignment.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/role_turns.h"
#include "kiosk/ui/test_words.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

bool is_looking(const CareDesk& desk) {
    return desk.role == DeviceRole::Scanner ? !desk.scanners : !desk.devices;
}

void add_candidates(Ui& ui, Pieces& pieces, const CareDesk& desk, std::optional<CareEvent>& event) {
    const auto fitting = candidates(desk, desk.role);
    for (std::size_t n = 0; n < fitting.size(); ++n) {
        add_choice(ui, pieces,
                   {.id = std::format("assign.{}", n),
                    .label = plain(fitting[n].title),
                    .hint = plain(fitting[n].where.string()),
                    .leads_on = true},
                   [&event, n] { event = DeviceAssigned{n}; });
        pieces.skip(ui.dp(20));
    }
    if (!fitting.empty() || is_looking(desk)) return;
    pieces.notice(
        {.id = "assign.none", .tone = Tone::Warn, .words = ui.text(Text::CareAssignNone)});
    pieces.skip(ui.dp(20));
}

}  // namespace

std::optional<CareEvent> draw_assign(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk, {.title = role_words(ui, desk.role)});
    std::optional<CareEvent> event;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::CareAssignTitle), subheading());
    pieces.text(ui.text(is_looking(desk) ? Text::CareAssignLooking : Text::CareAssignLead), body());
    pieces.skip(ui.dp(20));
    add_candidates(ui, pieces, desk, event);
    if (!settings_for_none(desk.role).empty()) {
        add_choice(ui, pieces,
                   {.id = "assign.no_device",
                    .label = ui.text(Text::CareAssignNoDevice),
                    .icon = Icon::Cross},
                   [&event] { event = DeviceAssigned{}; });
        pieces.skip(ui.dp(20));
    }
    if (const auto test = test_of(desk.role))
        add_choice(ui, pieces,
                   {.id = "assign.skip",
                    .label = ui.text(Text::CareSkipStart),
                    .icon = Icon::Clock,
                    .leads_on = true},
                   [&event, test] { event = SkipOpened{*test}; });
    pieces.draw(frame.content, "care.assign");
    return frame.went_back ? std::optional<CareEvent>(CareWentBack{}) : event;
}

std::optional<CareEvent> draw_skip(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk, {.title = ui.text(Text::CareSkipTitle)});
    std::optional<CareEvent> event;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(text_of(desk.skipped)), subheading());
    pieces.text(ui.text(Text::CareSkipLead), body());
    pieces.skip(ui.dp(20));
    for (const TestReason reason : skip_reasons()) {
        add_choice(ui, pieces,
                   {.id = "skip." + std::string(name(reason)),
                    .label = ui.text(text_of(reason)),
                    .leads_on = true},
                   [&event, reason] { event = SkipWished{reason}; });
        pieces.skip(ui.dp(20));
    }
    pieces.draw(frame.content, "care.skip");
    return frame.went_back ? std::optional<CareEvent>(CareWentBack{}) : event;
}

}  // namespace motlan
