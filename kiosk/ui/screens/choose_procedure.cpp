#include <vector>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// Choices a page (ux, principle P2).
constexpr int kMostChoices = 6;

ChoiceSpec choice_of(const Ui& ui, const Procedure& procedure) {
    return {.id = "choose." + procedure.code.value(),
            .label = ui.words(procedure.name),
            .hint = ui.text(Text::ChooseHint, {{"minutes", std::to_string(procedure.minutes)},
                                               {"limit", procedure.time_limit.in(ui.language())}}),
            .icon = Icon::Paper,
            .leads_on = true};
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ChooseProcedure&) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Choose,
                                        .title = ui.text(Text::ChooseTitle),
                                        .back = ui.text(Text::CommonBack)});
    if (frame.went_back) return WentBack{};
    const auto& procedures = ui.office().procedures;
    std::vector<int> heights;
    for (const Procedure& p : procedures) {
        heights.push_back(choice_height(ui, choice_of(ui, p), frame.content.w));
    }
    const PageView view = page_view(
        ui, "choose.page",
        {.heights = heights, .gap = ui.dp(24), .room = frame.content.h, .most = kMostChoices});
    Column column(frame.content);
    std::optional<Event> event;
    for (int i = view.first; i < view.end; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (choice(ui, column.take(heights[at]), choice_of(ui, procedures[at])))
            event = ProcedureChosen{at};
        column.skip(ui.dp(24));
    }
    draw_pager(ui, frame.content, "choose.page", view);
    return event;
}

}  // namespace motlan
