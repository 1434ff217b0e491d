#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

std::optional<Event> draw_failed(Ui& ui, Fault fault) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::SavingFailedTitle),
                                        .back = ui.text(Text::SavingBack),
                                        .next = ui.text(Text::SavingAgain),
                                        .next_icon = Icon::Lock});
    Pieces pieces(ui, frame.content.w);
    pieces.notice({.id = "saving.fault",
                   .tone = Tone::Error,
                   .title = ui.text(fault_text(fault)),
                   .small_code = support_words(ui, fault)});
    pieces.skip(ui.dp(32));
    pieces.text(ui.text(Text::SavingKept), body());
    pieces.draw(frame.content, "saving.page");
    if (frame.went_back) return WentBack{};
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : std::nullopt;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const SavingWork& screen) {
    if (screen.fault) return draw_failed(ui, *screen.fault);
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::SavingTitle)});
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::SavingWait), body());
    pieces.draw(frame.content, "saving.page");
    return std::nullopt;
}

}  // namespace motlan
