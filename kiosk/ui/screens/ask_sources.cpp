#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Stage stage_of(const Ui& ui, const SourceId& source, SourceProgress progress) {
    Stage stage{.id = "sources." + source.value(), .label = plain(source_name(ui, source))};
    switch (progress) {
        case SourceProgress::Waiting:
            stage.note = ui.text(Text::SourcesWaiting);
            stage.state = StageState::Running;
            break;
        case SourceProgress::Answered:
            stage.note = ui.text(Text::SourcesAnswered);
            stage.state = StageState::Done;
            break;
        case SourceProgress::NotAnswered:
            stage.note = ui.text(Text::SourcesSilent);
            stage.state = StageState::Missing;
            break;
    }
    return stage;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const AskSources& screen) {
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Check, .title = ui.text(Text::SourcesTitle)});
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::SourcesWait), body());
    pieces.skip(ui.dp(32));
    std::vector<Stage> stages;
    for (const auto& [source, progress] : screen.sources)
        stages.push_back(stage_of(ui, source, progress));
    add_stages(ui, pieces, stages);
    pieces.draw(frame.content, "sources.page");
    return std::nullopt;
}

}  // namespace motlan
