// How the citizen wants to see it; kept for the visit only.
#pragma once

#include <cstdint>

#include "kiosk/core/typing.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// Readable from 40, 50, 60 and 70 cm: capitals cover 0.7 degrees there (EN 301 549, 5.1.4).
enum class TextSize : std::uint8_t { Normal, Medium, Large, ExtraLarge };
/// Dark is easy on eyes that glare hurts; high contrast is black, white and yellow.
enum class ColourTheme : std::uint8_t { Light, Dark, HighContrast };

struct Comfort {
    Language language = Language::Vietnamese;
    TextSize size = TextSize::Normal;
    ColourTheme theme = ColourTheme::Light;
    TypingWay typing = TypingWay::Direct;
    bool is_low = false;       ///< what can be touched lies in the lower half (ux 3.5)
    bool is_mirrored = false;  ///< for the left hand
    bool is_still = false;     ///< nothing moves
    bool is_voiced = false;    ///< the screen is read aloud
};

}  // namespace motlan
