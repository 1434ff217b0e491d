// S01: staff sign in. Nothing of the citizen's is shown meanwhile, and nobody learns which part of
// a sign-in was wrong.
#include "kiosk/ui/screens/card_view.h"
#include "kiosk/ui/screens/pin_pad.h"
#include "kiosk/ui/screens/screens.h"

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
        if (entry.is_same_person) {
            pieces.notice({.id = "entry.same_person",
                           .tone = Tone::Warn,
                           .words = ui.text(Text::WitnessSamePerson)});
            pieces.skip(ui.dp(24));
        }
        pieces.text(ui.text(Text::EntryLead), body());
    }));
}

Text badge_title(EntryFor purpose) {
    switch (purpose) {
        case EntryFor::Help: break;
        case EntryFor::Reader: return Text::WitnessReaderTitle;
        case EntryFor::Witness: return Text::WitnessWitnessTitle;
    }
    return Text::EntryTitle;
}

std::optional<Event> draw_pin(Ui& ui, const Rect& box, const StaffEntry& entry) {
    return draw_pin_pad(
        ui, box,
        {.digits = entry.pin.size(),
         .refused = entry.refused ? ui.text(refusal_text(*entry.refused)) : Phrase{}});
}

}  // namespace

std::optional<Event> draw_entry(Ui& ui, const StaffEntry& entry) {
    const bool is_pin = entry.stage == EntryStage::Pin;
    const bool is_checking = entry.stage == EntryStage::Checking;
    const Frame frame = draw_frame(ui, {.title = ui.text(is_checking ? Text::EntryChecking
                                                         : is_pin    ? Text::EntryPinTitle
                                                                     : badge_title(entry.purpose)),
                                        .back = ui.text(Text::CommonBack),
                                        .next = is_pin ? ui.text(Text::EntryGo) : Phrase{},
                                        .is_next_enabled = entry.pin.size() == Pin::kLength,
                                        .why_not = ui.text(Text::WhyNotPin),
                                        .needs_room = is_pin});
    std::optional<Event> event;
    if (is_pin) event = draw_pin(ui, frame.content, entry);
    if (entry.stage == EntryStage::Badge) draw_badge(ui, frame.content, entry);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
