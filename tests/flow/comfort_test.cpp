// How somebody wishes the kiosk to be, on any screen.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

Walk with_voice() {
    Office office = example_office();
    office.has_voice = true;
    return Walk(std::move(office));
}

}  // namespace

TEST_CASE("a voice that is off has no settings of its own", "[flow]") {
    Walk walk = with_voice();

    CHECK(walk(VoicePanelWished{}).shows<EasySettings>());
    CHECK(walk(VoiceWished{true})(VoicePanelWished{}).shows<VoicePanel>());
    CHECK(walk(VoiceWished{false}).shows<EasySettings>());
    CHECK(walk(VoiceWished{true})(VoicePanelWished{})(SettingsWished{}).shows<EasySettings>());
}

TEST_CASE("one wish makes all of it easy", "[flow]") {
    Walk walk = with_voice();
    const Comfort& comfort = walk(EaseWished{}).state().comfort;

    CHECK(comfort.size == TextSize::Large);
    CHECK(comfort.is_voiced);
    CHECK(comfort.speech_rate < 100);
    CHECK(comfort.is_still);
    CHECK(comfort.is_easy);
    CHECK(comfort.keys == KeyOrder::Abc);
    CHECK(comfort.is_unhurried());
}

TEST_CASE("speed and loudness stay within their limits", "[flow]") {
    Walk walk = with_voice();

    walk(VoiceWished{true})(SpeechRateWished{500})(SpeechVolumeWished{500});
    CHECK(walk.state().comfort.speech_rate == kMostSpeechRate);
    CHECK(walk.state().comfort.speech_volume == kMostSpeechVolume);
    walk(SpeechRateWished{-1})(SpeechVolumeWished{-1});
    CHECK(walk.state().comfort.speech_rate == kLeastSpeechRate);
    CHECK(walk.state().comfort.speech_volume == kLeastSpeechVolume);
}

TEST_CASE("a dark screen is never one that says nothing", "[flow]") {
    Walk walk = with_voice();

    CHECK_FALSE(walk(DarkWished{true}).state().comfort.is_dark);
    CHECK(walk(VoiceWished{true})(DarkWished{true}).state().comfort.is_dark);
    CHECK_FALSE(walk(VoiceWished{false}).state().comfort.is_dark);

    Walk mute;
    CHECK_FALSE(mute(VoiceWished{true})(DarkWished{true}).state().comfort.is_dark);
}

TEST_CASE("small letters end what is easy, larger ones do not", "[flow]") {
    Walk walk = with_voice();
    walk(EaseWished{})(TextSizeWished{TextSize::ExtraLarge});
    CHECK(walk.state().comfort.is_easy);

    walk(TextSizeWished{TextSize::Normal});
    CHECK_FALSE(walk.state().comfort.is_easy);
}

}  // namespace motlan
