#include "kiosk/ui/window_place.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <algorithm>
#include <cmath>

namespace motlan {
namespace {

/// Room for the bar with the window's title, in pixels.
constexpr double kTitleBar = 40;

}  // namespace

void set_hints(const WindowSettings& settings) {
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    if (settings.place == WindowPlace::Nowhere) SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    if (settings.drawn_by == DrawnBy::GraphicsCard) return;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
}

int strip_width(const WindowSettings& settings) {
    return static_cast<int>(std::lround(settings.strip_mm * Panel{}.px_per_mm));
}

Panel fitted(const WindowSettings& settings) {
    SDL_Rect space{};
    const Panel& panel = settings.panel;
    if (settings.place != WindowPlace::Desktop || SDL_GetDisplayUsableBounds(0, &space) != 0) {
        return panel;
    }
    const double share =
        std::min({1.0, static_cast<double>(space.w - strip_width(settings)) / panel.width,
                  (space.h - kTitleBar) / panel.height});
    return {static_cast<int>(panel.width * share), static_cast<int>(panel.height * share),
            panel.px_per_mm * share};
}

}  // namespace motlan
