#include "kiosk/ui/screens/voice_panel.h"

#include <vector>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"

namespace motlan {
namespace {

struct PanelButton {
    ButtonSpec spec;
    Event event;
};

ButtonSpec named(const Ui& ui, const char* id, Text label, bool is_enabled = true) {
    return {.id = id, .label = ui.text(label), .is_enabled = is_enabled};
}

/// Read in this order: what is wanted most often first.
std::vector<PanelButton> buttons_of(const Ui& ui) {
    const Comfort& now = ui.comfort();
    const Text dark = now.is_dark ? Text::VoiceBright : Text::VoiceDark;
    std::vector<PanelButton> all{
        {named(ui, "voice.again", Text::VoiceAgain), OverlayClosed{}},
        {named(ui, "voice.dark", dark), DarkWished{!now.is_dark}},
        {named(ui, "voice.slower", Text::VoiceSlower, now.speech_rate > 50),
         SpeechRateWished{now.speech_rate - kRateStep}},
        {named(ui, "voice.faster", Text::VoiceFaster, now.speech_rate < 200),
         SpeechRateWished{now.speech_rate + kRateStep}},
        {named(ui, "voice.softer", Text::VoiceSofter, now.speech_volume > 10),
         SpeechVolumeWished{now.speech_volume - kVolumeStep}},
        {named(ui, "voice.louder", Text::VoiceLouder, now.speech_volume < 100),
         SpeechVolumeWished{now.speech_volume + kVolumeStep}},
        {named(ui, "voice.off", Text::AccessVoiceOff), VoiceWished{false}},
    };
    all.front().spec.kind = ButtonKind::Primary;
    return all;
}

Rect ground_of(Ui& ui, int wide, int high) {
    const Palette& p = ui.colours();
    ui.tree().cover();
    ui.paint().fill(ui.area(), Colour{10, 20, 32, 150});
    const Rect box = ui.area().centered(wide, high);
    if (p.has_shadows) ui.paint().shadow(box, {ui.dp(32), ui.dp(48), ui.dp(16), 90});
    ui.paint().fill(box, p.surface, ui.dp(32));
    if (!p.has_shadows) ui.paint().outline(box, p.outline, ui.dp(32), ui.dp(4));
    return box;
}

}  // namespace

std::optional<Event> draw_voice_panel(Ui& ui) {
    const auto all = buttons_of(ui);
    const int columns = ui.theme().size() == TextSize::ExtraLarge ? 1 : 2;
    const int lines = (static_cast<int>(all.size()) + columns - 1) / columns;
    const int line = ui.dp(112) + ui.dp(20);
    const int wide = std::min(ui.area().w - 2 * ui.dp(64), ui.dp(1040));
    const Phrase title = ui.text(Text::VoiceTitle);
    const Phrase state =
        ui.text(Text::VoiceState, {{"rate", std::to_string(ui.comfort().speech_rate)},
                                   {"volume", std::to_string(ui.comfort().speech_volume)}});
    const int inner = wide - 2 * ui.dp(48);
    const int words = text_height(ui, title, heading(), inner) +
                      text_height(ui, state, body(), inner) + ui.dp(32);
    const Rect box = ground_of(ui, wide, words + lines * line + 2 * ui.dp(48));
    const GroundScope ground(ui, ui.colours().surface);
    ui.add({.id = "voice", .role = NodeRole::Dialog, .label = title, .rect = box});
    Column column(box.inset(ui.dp(48)));
    text(ui, column, title, heading());
    text(ui, column, state, body());
    column.skip(ui.dp(32));
    std::optional<Event> event;
    for (std::size_t i = 0; i < all.size(); i += static_cast<std::size_t>(columns)) {
        const Row row(column.take(ui.dp(112)), columns, ui.dp(24));
        for (int k = 0; k < columns; ++k) {
            const auto at = i + static_cast<std::size_t>(k);
            if (at < all.size() && button(ui, row.at(k), all[at].spec)) event = all[at].event;
        }
        column.skip(ui.dp(20));
    }
    return event;
}

}  // namespace motlan
