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
};

}  // namespace motlan
