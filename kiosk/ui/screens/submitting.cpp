#include <utility>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Stage stage_of(const Ui& ui, Text label, SendStage own, SendStage now) {
    const auto order = std::to_underlying(own) <=> std::to_underlying(now);
    const StageState state = order < 0    ? StageState::Done
                             : order == 0 ? StageState::Running
                                          : StageState::Next;
    const Text note = order < 0    ? Text::SendingDone
                      : order == 0 ? Text::SendingWorking
                                   : Text::SendingNextUp;
    return {.id = std::string(ui.text(label).key),
            .label = ui.text(label),
            .note = ui.text(note),
            .state = state};
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Submitting& screen) {
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Send,
                        .title = ui.text(Text::SendingTitle),
                        .next = screen.may_leave ? ui.text(Text::SendingLeave) : Phrase{},
                        .next_icon = Icon::Printer});
    Column column(frame.content);
    text(ui, column, ui.text(Text::SendingWait), body());
    column.skip(ui.dp(32));
    draw_stages(ui, column,
                {stage_of(ui, Text::SendingSealing, SendStage::Sealing, screen.stage),
                 stage_of(ui, Text::SendingSending, SendStage::Sending, screen.stage),
                 stage_of(ui, Text::SendingReceipt, SendStage::WaitingForReceipt, screen.stage)});
    column.skip(ui.dp(32));
    if (screen.may_leave) {
        const std::string support =
            screen.delay
                ? ui.text(Text::CommonCode, {{"code", std::string(code(*screen.delay))}}).shown
                : std::string{};
        notice(ui, column,
               {.id = "sending.slow",
                .tone = Tone::Warn,
                .title = ui.text(Text::SendingSlow),
                .words = ui.text(Text::SendingChoice),
                .icon = Icon::Lock,
                .small_code = support});
    }
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : std::nullopt;
}

}  // namespace motlan
