// T13: when the kiosk rests by itself. Both times are moved by buttons; one that would lead to what
// nobody could mean is not enabled.
#include <array>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_buttons.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/plan_turns.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

struct Step {
    std::string_view id;
    Text label;
    std::chrono::minutes by;
};

constexpr std::array<Step, 4> kSteps{
    {{"day_sooner", Text::CarePlanDaySooner, -std::chrono::days(1)},
     {"sooner", Text::CarePlanSooner, std::chrono::minutes(-30)},
     {"later", Text::CarePlanLater, std::chrono::minutes(30)},
     {"day_later", Text::CarePlanDayLater, std::chrono::days(1)}}};

CareButtons step_buttons(const Ui& ui, const CareDesk& desk, bool is_end_only) {
    CareButtons buttons;
    for (const Step& step : kSteps) {
        const PlanMoved moved{.by = step.by, .is_end_only = is_end_only};
        buttons.all.push_back(
            {{.id = std::string(is_end_only ? "to." : "from.") + std::string(step.id),
              .label = ui.text(step.label),
              .is_enabled = moved_plan(desk, moved) != desk.planning,
              .role = TextRole::Body},
             moved});
    }
    return buttons;
}

}  // namespace

std::optional<CareEvent> draw_plan(Ui& ui, const CareDesk& desk) {
    const CareFrame frame =
        draw_care_frame(ui, desk,
                        {.title = ui.text(Text::CarePlanTitle),
                         .next = ui.text(Text::CareSettingTake),
                         .next_icon = Icon::CheckRound,
                         .is_next_enabled = can_be_planned(desk.planning, desk.wall)});
    std::optional<CareEvent> event;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::CarePlanLead), body());
    pieces.skip(ui.dp(24));
    pieces.text(ui.text(Text::CarePlanFrom, {{"moment", moment_text(desk.planning.from)}}),
                strong());
    pieces.skip(ui.dp(16));
    add_buttons(ui, pieces, step_buttons(ui, desk, false), event);
    pieces.skip(ui.dp(24));
    pieces.text(ui.text(Text::CarePlanTo, {{"moment", moment_text(desk.planning.to)}}), strong());
    pieces.skip(ui.dp(16));
    add_buttons(ui, pieces, step_buttons(ui, desk, true), event);
    pieces.skip(ui.dp(24));
    if (desk.rest)
        pieces.button({.id = "plan.drop", .label = ui.text(Text::CarePlanDrop)}, ui.dp(96),
                      [&event] { event = PlanDropped{}; });
    pieces.draw(frame.content, "care.plan");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return PlanTaken{};
    return event;
}

}  // namespace motlan
