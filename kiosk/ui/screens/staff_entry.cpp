// S01: staff sign in. Nothing of the citizen's is shown meanwhile, and nobody learns which part of
// a sign-in was wrong.
#include "kiosk/ui/screens/card_view.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"

namespace motlan {
namespace {

Text refusal_text(Fault fault) {
    if (fault == Fault::BadgeForged) return Text::EntryNotBadge;
    if (fault == Fault::PinWrong) return Text::EntryRefused;
    return fault == Fault::PinLocked ? Text::EntryLocked : Text::EntryFailed;
}

void draw_badge(Ui& ui, const Rect& box, const StaffEntry& entry) {
    CardView view{.preview = entry.preview,
                  .hint = entry.hint,
                  .refused = entry.refused,
                  .busy = ui.text(Text::EntryBadge),
                  .is_badge = true};
    if (entry.refused) view.why_not = ui.text(refusal_text(*entry.refused));
    static_cast<void>(draw_card_view(ui, box, view, [&](Pieces& pieces) {
        add_refusal(ui, pieces, view);
        if (entry.is_for_machines) {
            pieces.notice({.id = "entry.machines",
                           .tone = Tone::Warn,
                           .words = ui.text(Text::EntryMachines)});
            pieces.skip(ui.dp(24));
        }
        pieces.text(ui.text(Text::EntryLead), body());
    }));
}

std::optional<Event> draw_pin(Ui& ui, const Rect& box, const StaffEntry& entry) {
    Column column(box);
    if (entry.refused) {
        const Phrase words = ui.text(refusal_text(*entry.refused));
        badge(ui, take_shown(ui, column, badge_height(ui, words, column.width())),
              {.tone = Tone::Warn, .words = words, .id = "entry.refused", .is_news = true});
        skip_shown(ui, column, ui.dp(8));
    }
    std::string dots;
    for (std::size_t n = 0; n < entry.pin.size(); ++n) dots += "•";
    field(ui, column,
          {.id = "entry.digits",
           .label = ui.text(Text::EntryPin),
           .has_label = ui.theme().is_portrait() && ui.theme().size() == TextSize::Normal,
           .hint = ui.text(Text::EntryPin),
           .value = dots,
           .privacy = Privacy::Masked},
          1);
    skip_shown(ui, column, ui.dp(24));
    const Rect rest = column.rest();
    return number_pad(
        ui, {rest.x, rest.y, std::min(rest.w, ui.dp(640)), std::min(rest.h, 4 * ui.dp(112))},
        Privacy::Masked);
}

}  // namespace

std::optional<Event> draw_entry(Ui& ui, const StaffEntry& entry) {
    const bool is_pin = entry.stage == EntryStage::Pin;
    const bool is_checking = entry.stage == EntryStage::Checking;
    const Frame frame = draw_frame(ui, {.title = ui.text(is_checking ? Text::EntryChecking
                                                         : is_pin    ? Text::EntryPinTitle
                                                                     : Text::EntryTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = is_pin ? ui.text(Text::EntryGo) : Phrase{},
                                        .is_next_enabled = entry.pin.size() == Pin::kLength,
                                        .needs_room = is_pin});
    std::optional<Event> event;
    if (is_pin) event = draw_pin(ui, frame.content, entry);
    if (entry.stage == EntryStage::Badge) draw_badge(ui, frame.content, entry);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
