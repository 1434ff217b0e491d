// What SDL heard, in our own words: fingers and the mouse as touches, a keypad as six keys.
#pragma once

#include <optional>

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/touch.h"

namespace motlan {

/// SDL's milliseconds.
[[nodiscard]] TouchTime time_of(Uint32 ticks);

/// A finger or the left mouse button as a touch; nothing for any other event.
[[nodiscard]] std::optional<Touch> touch_of(const SDL_Event& event, SDL_Window* window);

/// The key of the keypad, which is a keyboard with arrows, Return and F1.
[[nodiscard]] std::optional<FocusKey> focus_key_of(SDL_Keycode key);

}  // namespace motlan
