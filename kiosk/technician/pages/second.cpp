// T10: another technician agrees to a change, with badge and PIN. Which of the two was wrong is
// never said.
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/config_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/screens/card_view.h"
#include "kiosk/ui/screens/pin_pad.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

void draw_badge(Ui& ui, const Rect& box, const ConfigWork& change) {
    const CardView view{.preview = change.sight,
                        .hint = change.hint,
                        .busy = ui.text(Text::CareSecondShow),
                        .is_badge = true};
    static_cast<void>(draw_card_view(ui, box, view, [&](Pieces& pieces) {
        if (const auto notice = change_notice(ui, change)) {
            pieces.notice(*notice);
            pieces.skip(ui.dp(24));
        }
        pieces.text(ui.text(Text::CareSecondLead), body());
    }));
}

std::optional<CareEvent> draw_digits(Ui& ui, const Rect& box, const ConfigWork& change) {
    const auto key = draw_pin_pad(ui, box, {.digits = change.pin.size()});
    if (!key) return std::nullopt;
    if (const auto* letters = std::get_if<LettersTyped>(&*key))
        return LettersFelt{letters->letters};
    return std::holds_alternative<LetterErased>(*key) ? std::optional<CareEvent>(EraseFelt{})
                                                      : std::nullopt;
}

}  // namespace

std::optional<CareEvent> draw_second(Ui& ui, const CareDesk& desk) {
    const ConfigWork& change = desk.change;
    const bool is_pin = !change.badge.empty() && !change.is_applying;
    const Text title = change.is_applying ? Text::CareConfigApplying
                       : is_pin           ? Text::EntryPinTitle
                                          : Text::CareSecondTitle;
    const CareFrame frame =
        draw_care_frame(ui, desk,
                        {.title = ui.text(title),
                         .next = is_pin ? ui.text(Text::CareSecondAgree) : Phrase{},
                         .next_icon = Icon::CheckRound,
                         .is_next_enabled = change.pin.size() == Pin::kLength});
    std::optional<CareEvent> event;
    if (is_pin) event = draw_digits(ui, frame.content, change);
    if (change.badge.empty()) draw_badge(ui, frame.content, change);
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return ApplyWished{};
    return event;
}

}  // namespace motlan
