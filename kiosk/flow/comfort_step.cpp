#include "kiosk/flow/comfort_step.h"

#include <algorithm>

namespace motlan {
namespace {

/// The lamp of the camera that a card is shown to; nullptr on other screens.
struct LampOf {
    std::optional<Lamp>* operator()(auto& screen) const {
        if constexpr (requires { screen.lamp; }) return &screen.lamp;
        return nullptr;
    }
};

struct Wishing {
    State& state;
    std::vector<Effect>& effects;
    const Office& office;

    bool operator()(const LanguageWished& wish) {
        state.comfort.language = wish.language;
        return true;
    }
    /// Small letters are the way out of all that is easy.
    bool operator()(const TextSizeWished& wish) {
        state.comfort.size = wish.size;
        if (wish.size < TextSize::Large) state.comfort.is_easy = false;
        return true;
    }
    bool operator()(const ThemeWished& wish) {
        state.comfort.theme = wish.theme;
        return true;
    }
    bool operator()(const ReachWished& wish) {
        state.comfort.is_low = wish.is_wished;
        return true;
    }
    bool operator()(const MirrorWished& wish) {
        state.comfort.is_mirrored = wish.is_wished;
        return true;
    }
    bool operator()(const StillnessWished& wish) {
        state.comfort.is_still = wish.is_wished;
        return true;
    }
    bool operator()(const EaseWished&) {
        state.comfort.size = TextSize::Large;
        state.comfort.is_still = true;
        state.comfort.is_easy = true;
        state.comfort.keys = KeyOrder::Abc;
        state.comfort.is_voiced = office.has_voice;
        state.comfort.speech_rate = kSlowSpeechRate;
        return true;
    }
    bool operator()(const SettingsWished&) {
        state.overlay = EasySettings{};
        return true;
    }
    bool operator()(const VoiceWished& wish) {
        state.comfort.is_voiced = wish.is_wished && office.has_voice;
        if (state.comfort.is_voiced) return true;
        state.comfort.is_dark = false;
        if (std::holds_alternative<VoicePanel>(state.overlay)) state.overlay = EasySettings{};
        return true;
    }
    /// A voice that is off has no speed.
    bool operator()(const VoicePanelWished&) {
        state.overlay = state.comfort.is_voiced ? Overlay(VoicePanel{}) : Overlay(EasySettings{});
        return true;
    }
    bool operator()(const SpeechRateWished& wish) {
        state.comfort.speech_rate = std::clamp(wish.percent, kLeastSpeechRate, kMostSpeechRate);
        return true;
    }
    bool operator()(const SpeechVolumeWished& wish) {
        state.comfort.speech_volume =
            std::clamp(wish.percent, kLeastSpeechVolume, kMostSpeechVolume);
        return true;
    }
    /// A dark screen that says nothing would be a dead one.
    bool operator()(const DarkWished& wish) {
        state.comfort.is_dark = wish.is_wished && state.comfort.is_voiced;
        return true;
    }
    /// A lamp that is not there cannot be turned on.
    bool operator()(const LampWished& wish) {
        std::optional<Lamp>* const lamp = std::visit(LampOf{}, state.screen);
        if (lamp == nullptr || !*lamp) return true;
        *lamp = state.comfort.lamp = wish.lamp;
        effects.emplace_back(SetLamp{wish.lamp});
        return true;
    }
    bool operator()(const TypingWayWished& wish) {
        state.comfort.typing = wish.way;
        return true;
    }
    bool operator()(const KeyOrderWished& wish) {
        state.comfort.keys = wish.order;
        return true;
    }
    bool operator()(const auto&) { return false; }
};

}  // namespace

bool take_comfort_event(const StaffStage& stage, const Event& event) {
    return std::visit(Wishing{stage.state, stage.effects, stage.office}, event);
}

}  // namespace motlan
