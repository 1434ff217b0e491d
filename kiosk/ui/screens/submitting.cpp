#include <utility>

#include "kiosk/flow/receipt_fault.h"
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

/// An answer that came and is wrong is no answer that is late: its own sentence says so.
Text slow_title(const Submitting& screen) {
    const bool is_wrong = screen.delay && is_wrong_receipt(*screen.delay);
    return is_wrong ? fault_text(*screen.delay) : Text::SendingSlow;
}

/// Waiting has become a choice: this is said first.
NoticeSpec slow_notice(const Ui& ui, const Submitting& screen) {
    return {.id = "sending.slow",
            .tone = Tone::Warn,
            .title = ui.text(slow_title(screen)),
            .words = ui.text(Text::SendingChoice),
            .icon = Icon::Lock,
            .small_code = screen.delay ? support_words(ui, *screen.delay) : std::string{}};
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Submitting& screen) {
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Send,
                        .title = ui.text(Text::SendingTitle),
                        .next = screen.may_leave ? ui.text(Text::SendingLeave) : Phrase{},
                        .next_icon = Icon::Printer});
    Pieces pieces(ui, frame.content.w);
    if (screen.may_leave) {
        pieces.notice(slow_notice(ui, screen));
    } else {
        pieces.text(ui.text(Text::SendingWait), body());
    }
    pieces.skip(ui.dp(32));
    add_stages(ui, pieces,
               {stage_of(ui, Text::SendingSealing, SendStage::Sealing, screen.stage),
                stage_of(ui, Text::SendingSending, SendStage::Sending, screen.stage),
                stage_of(ui, Text::SendingReceipt, SendStage::WaitingForReceipt, screen.stage)});
    pieces.draw(frame.content, "sending.page");
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : std::nullopt;
}

}  // namespace motlan
