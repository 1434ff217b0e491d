// What SDL heard, in our own words: fingers and the mouse as touches, a keypad as six keys.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/touch.h"

union SDL_Event;  // NOLINT(readability-identifier-naming): SDL names it
struct SDL_Window;

namespace motlan {

/// SDL's milliseconds.
[[nodiscard]] TouchTime time_of(std::uint32_t ticks);

/// A finger or the left mouse button as a touch; nothing for any other event.
[[nodiscard]] std::optional<Touch> touch_of(const SDL_Event& event, SDL_Window* window);

/// The key of the keypad by its SDL_Keycode, which is a keyboard with arrows, Return and F1.
[[nodiscard]] std::optional<FocusKey> focus_key_of(std::int32_t key);

}  // namespace motlan
