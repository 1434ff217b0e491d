// How the citizen wants to see it; kept for the visit only.
#pragma once

#include <cstdint>

#include "kiosk/core/typing.h"
#include "kiosk/domain/words.h"

namespace motlan {

enum class TextSize : std::uint8_t { Normal, Large, ExtraLarge };
enum class ColourTheme : std::uint8_t { Light, HighContrast };

struct Comfort {
    Language language = Language::Vietnamese;
    TextSize size = TextSize::Normal;
    ColourTheme theme = ColourTheme::Light;
    TypingWay typing = TypingWay::Direct;
    bool is_voiced = false;  ///< the screen is read aloud
    int speech_rate = 100;   ///< percent of this kiosk's usual speed, 50 to 200
    int speech_volume = 70;  ///< percent of the loudest, 10 to 100
    bool is_dark = false;    ///< nothing is shown to those who look over a shoulder
};

}  // namespace motlan
