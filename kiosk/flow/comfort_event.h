// How somebody wishes the kiosk to be: words, letters, colours, reach, voice.
#pragma once

#include "kiosk/flow/comfort.h"

namespace motlan {

struct LanguageWished {
    Language language;
};
struct TextSizeWished {
    TextSize size;
};
struct ThemeWished {
    ColourTheme theme;
};
/// Whatever can be touched in the lower half of the screen, or everywhere again.
struct ReachWished {
    bool is_wished;
};
/// The ways on at the left hand.
struct MirrorWished {
    bool is_wished;
};
/// Let nothing move on the screen.
struct StillnessWished {
    bool is_wished;
};
/// All at once what makes it easy: large letters, read aloud and slowly, nothing that moves.
struct EaseWished {};
struct SettingsWished {};  ///< everything that makes the kiosk easier to use
/// How keys become Vietnamese letters, on the screen's keyboard and on a real one.
struct TypingWayWished {
    TypingWay way;
};
/// How letters stand on the screen's keyboard.
struct KeyOrderWished {
    KeyOrder order;
};
/// Read the screen aloud, or stop it.
struct VoiceWished {
    bool is_wished;
};
struct VoicePanelWished {};
/// Percent of the usual speed.
struct SpeechRateWished {
    int percent;
};
/// Percent of the loudest.
struct SpeechVolumeWished {
    int percent;
};
/// A dark screen while it is read aloud, or the picture again.
struct DarkWished {
    bool is_wished;
};

/// Light on the card that is held before the camera, or none.
struct LampWished {
    Lamp lamp;
};

}  // namespace motlan
