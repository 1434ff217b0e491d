#include <utility>

#include "kiosk/ui/screens/settings_sheet.h"
#include "kiosk/ui/widgets/ease.h"

namespace motlan {
namespace {

// The ranges that ux 6.4 takes over from voting machines, in seven steps.
constexpr int kRateStep = 25;
constexpr int kVolumeStep = 15;

SettingsWish wish(const Ui& ui, std::string id, Text label, Event event) {
    return {{.id = std::move(id), .label = ui.text(label), .role = TextRole::Body},
            std::move(event)};
}

SettingsWish limited(SettingsWish wish, bool is_enabled, Phrase why_not) {
    wish.button.is_enabled = is_enabled;
    wish.button.why_not = std::move(why_not);
    return wish;
}

/// Read in this order: what is wanted most often first.
std::vector<SettingsWish> wishes_of(const Ui& ui) {
    const Comfort& now = ui.comfort();
    const auto [rate, volume] = std::pair(now.speech_rate, now.speech_volume);
    const Phrase least = ui.text(Text::WhyNotLeast);
    const Phrase most = ui.text(Text::WhyNotMost);
    return {
        limited(wish(ui, "settings.slower", Text::VoiceSlower, SpeechRateWished{rate - kRateStep}),
                rate > kLeastSpeechRate, least),
        limited(wish(ui, "settings.faster", Text::VoiceFaster, SpeechRateWished{rate + kRateStep}),
                rate < kMostSpeechRate, most),
        limited(wish(ui, "settings.softer", Text::VoiceSofter,
                     SpeechVolumeWished{volume - kVolumeStep}),
                volume > kLeastSpeechVolume, least),
        limited(wish(ui, "settings.louder", Text::VoiceLouder,
                     SpeechVolumeWished{volume + kVolumeStep}),
                volume < kMostSpeechVolume, most),
        limited(wish(ui, "settings.screen", now.is_dark ? Text::VoiceBright : Text::VoiceDark,
                     DarkWished{!now.is_dark}),
                now.is_voiced, ui.text(Text::WhyNotVoice)),
        wish(ui, "settings.voice", voice_text(now), VoiceWished{!now.is_voiced}),
        wish(ui, "settings.others", Text::AccessSettings, SettingsWished{})};
}

}  // namespace

std::optional<Event> draw_voice_settings(Ui& ui) {
    SettingsWish close = wish(ui, "settings.primary", Text::VoiceAgain, OverlayClosed{});
    close.button.icon = Icon::Speaker;
    close.button.kind = ButtonKind::Primary;
    close.button.role = TextRole::Button;
    const Comfort& now = ui.comfort();
    return draw_settings_sheet(
        ui, {.title = ui.text(Text::VoiceTitle),
             .now = ui.text(Text::VoiceState, {{"rate", std::to_string(now.speech_rate)},
                                               {"volume", std::to_string(now.speech_volume)}}),
             .wishes = wishes_of(ui),
             .close = std::move(close)});
}

}  // namespace motlan
