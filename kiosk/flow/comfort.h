// How the citizen wants to see it; kept for the visit only.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/core/lamp.h"
#include "kiosk/core/typing.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// Readable from 40, 50, 60 and 70 cm: capitals cover 0.7 degrees there (EN 301 549, 5.1.4).
enum class TextSize : std::uint8_t { Normal, Medium, Large, ExtraLarge };
/// Dark is easy on eyes that glare hurts; high contrast is black, white and yellow.
enum class ColourTheme : std::uint8_t { Light, Dark, HighContrast };

/// In which order letters stand on the screen's keyboard: as on a typewriter, or as in a primer.
enum class KeyOrder : std::uint8_t { Qwerty, Abc };

/// Percent of this kiosk's usual speed, and of its loudest.
inline constexpr int kLeastSpeechRate = 50;
inline constexpr int kMostSpeechRate = 200;
inline constexpr int kSlowSpeechRate = 90;  ///< for who wants it easy (ux 6.3)
inline constexpr int kLeastSpeechVolume = 10;
inline constexpr int kMostSpeechVolume = 100;

struct Comfort {
    Language language = Language::Vietnamese;
    TextSize size = TextSize::Normal;
    ColourTheme theme = ColourTheme::Light;
    TypingWay typing = TypingWay::Direct;
    KeyOrder keys = KeyOrder::Qwerty;
    bool is_low = false;       ///< what can be touched lies in the lower half (ux 3.5)
    bool is_mirrored = false;  ///< for the left hand
    bool is_still = false;     ///< nothing moves
    bool is_easy = false;      ///< little at once, and every answer once more in words (ux 6.3)
    bool is_voiced = false;    ///< the screen is read aloud
    int speech_rate = 100;
    int speech_volume = 70;
    bool is_dark = false;        ///< nothing is shown to those who look over a shoulder
    std::optional<Lamp> lamp{};  ///< beside the card camera; unsaid, as this kiosk is set up

    /// How the lamp is that a camera says it has: as it was wished here.
    [[nodiscard]] std::optional<Lamp> lamp_of(std::optional<Lamp> seen) const {
        return seen && lamp ? lamp : seen;
    }
    /// Whoever reads large letters, listens or works low has more time for everything.
    [[nodiscard]] bool is_unhurried() const {
        return size >= TextSize::Large || is_voiced || is_low || is_easy;
    }
};

}  // namespace motlan
