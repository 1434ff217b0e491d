// What makes the kiosk easier to use: each wish in words, and which one comes after it.
#pragma once

#include "kiosk/flow/comfort.h"
#include "kiosk/ui/texts.h"

namespace motlan {

[[nodiscard]] Language other(Language language);
/// The next larger letters; after the largest the smallest.
[[nodiscard]] TextSize after(TextSize size);
[[nodiscard]] ColourTheme after(ColourTheme theme);

/// How large the letters are now.
[[nodiscard]] Text size_text(TextSize size);
/// What the colours are now.
[[nodiscard]] Text colours_text(ColourTheme theme);
/// What a tap would do with the voice.
[[nodiscard]] Text voice_text(const Comfort& comfort);

}  // namespace motlan
