// What is drawn on: SDL's renderer, under a name that does not need SDL.
#pragma once

#include "kiosk/ui/sdl.h"

namespace motlan {

struct Canvas {
    SDL_Renderer& renderer;
};

}  // namespace motlan
