// C02: everything that makes the kiosk easier to use, each with its present value.
#include <utility>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/settings_sheet.h"
#include "kiosk/ui/widgets/ease.h"

namespace motlan {
namespace {

SettingsWish wish(const Ui& ui, std::string id, Text label, std::pair<Icon, Event> what) {
    return {
        {.id = std::move(id), .label = ui.text(label), .icon = what.first, .role = TextRole::Body},
        std::move(what.second)};
}

/// Where it is read aloud already, the page about that.
SettingsWish voice_wish(const Ui& ui) {
    const bool is_voiced = ui.comfort().is_voiced;
    return wish(ui, "settings.voice", is_voiced ? Text::SettingsVoiceOn : Text::SettingsVoiceOff,
                {Icon::Speaker, is_voiced ? Event(VoicePanelWished{}) : Event(VoiceWished{true})});
}

std::vector<SettingsWish> wishes_of(const Ui& ui) {
    const Comfort& c = ui.comfort();
    std::vector<SettingsWish> wishes{wish(ui, "settings.size", size_text(c.size),
                                          {Icon::TextSize, TextSizeWished{after(c.size)}}),
                                     wish(ui, "settings.colours", colours_text(c.theme),
                                          {Icon::Contrast, ThemeWished{after(c.theme)}})};
    if (ui.office().has_voice) wishes.push_back(voice_wish(ui));
    if (ui.theme().is_portrait())
        wishes.push_back(wish(ui, "settings.reach",
                              c.is_low ? Text::SettingsLow : Text::SettingsHigh,
                              {Icon::ChevronDown, ReachWished{!c.is_low}}));
    wishes.push_back(wish(ui, "settings.hand",
                          c.is_mirrored ? Text::SettingsLeft : Text::SettingsRight,
                          {Icon::Finger, MirrorWished{!c.is_mirrored}}));
    wishes.push_back(wish(ui, "settings.motion",
                          c.is_still ? Text::SettingsStill : Text::SettingsMoving,
                          {Icon::ArrowRight, StillnessWished{!c.is_still}}));
    // Whoever has large letters has most of it already, and no room here.
    if (c.size < TextSize::Large && !c.is_easy)
        wishes.push_back(wish(ui, "settings.ease", Text::SettingsEase, {Icon::Star, EaseWished{}}));
    return wishes;
}

}  // namespace

std::optional<Event> draw_settings(Ui& ui) {
    const bool is_narrow = ui.theme().is_portrait() && ui.theme().size() != TextSize::Normal;
    SettingsWish close =
        wish(ui, "settings.primary", Text::SettingsDone, {Icon::Check, OverlayClosed{}});
    close.button.kind = ButtonKind::Primary;
    close.button.role = TextRole::Button;
    return draw_settings_sheet(ui, {.title = ui.text(Text::SettingsTitle),
                                    .now = {},
                                    .wishes = wishes_of(ui),
                                    .columns = is_narrow ? 1 : 2,
                                    .close = std::move(close)});
}

}  // namespace motlan
