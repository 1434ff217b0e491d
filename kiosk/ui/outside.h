// The window of SDL and what draws into it; gone with this.
#pragma once

#include "kiosk/ui/sdl.h"

namespace motlan {

struct Outside {
    SDL_Window* window = nullptr;
    SDL_Renderer* renderer = nullptr;

    Outside() = default;
    Outside(const Outside&) = delete;
    Outside& operator=(const Outside&) = delete;
    ~Outside() {
        if (renderer != nullptr) SDL_DestroyRenderer(renderer);
        if (window != nullptr) SDL_DestroyWindow(window);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
};

}  // namespace motlan
