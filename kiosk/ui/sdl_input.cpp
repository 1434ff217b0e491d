#include "kiosk/ui/sdl_input.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

namespace motlan {

TouchTime time_of(std::uint32_t ticks) { return TouchTime{ticks}; }

// A finger's place comes as a share of the window.
std::optional<Touch> touch_of(const SDL_Event& event, SDL_Window* window) {
    const auto mouse = [&](TouchKind kind, int x, int y) {
        return Touch{kind, -1, {x, y}, time_of(event.common.timestamp)};
    };
    const auto finger = [&](TouchKind kind) {
        int wide = 0;
        int high = 0;
        SDL_GetWindowSize(window, &wide, &high);
        const SDL_TouchFingerEvent& f = event.tfinger;
        return Touch{kind,
                     f.fingerId,
                     {static_cast<int>(f.x * static_cast<float>(wide)),
                      static_cast<int>(f.y * static_cast<float>(high))},
                     time_of(f.timestamp)};
    };
    const bool is_button = event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP;
    if (is_button && event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
    switch (event.type) {
        case SDL_FINGERDOWN: return finger(TouchKind::Down);
        case SDL_FINGERMOTION: return finger(TouchKind::Move);
        case SDL_FINGERUP: return finger(TouchKind::Up);
        case SDL_MOUSEMOTION: return mouse(TouchKind::Move, event.motion.x, event.motion.y);
        case SDL_MOUSEBUTTONDOWN: return mouse(TouchKind::Down, event.button.x, event.button.y);
        case SDL_MOUSEBUTTONUP: return mouse(TouchKind::Up, event.button.x, event.button.y);
        default: return std::nullopt;
    }
}

std::optional<FocusKey> focus_key_of(std::int32_t key) {
    switch (key) {
        case SDLK_UP: return FocusKey::Up;
        case SDLK_DOWN: return FocusKey::Down;
        case SDLK_LEFT: return FocusKey::Left;
        case SDLK_RIGHT: return FocusKey::Right;
        case SDLK_RETURN:
        case SDLK_KP_ENTER: return FocusKey::Choose;
        case SDLK_F1: return FocusKey::Again;
        default: return std::nullopt;
    }
}

}  // namespace motlan
