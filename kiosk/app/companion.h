// Somebody beside the kiosk: a journey that plays a person, or the demo's desk.
#pragma once

#include "kiosk/flow/state.h"
#include "kiosk/ui/window.h"

namespace motlan {

class Companion {
public:
    virtual ~Companion() = default;

    /// Draws into the strip beside the kiosk's screen; called inside each frame.
    virtual void draw(Ui& ui, const Rect& strip, const State& state) = 0;
    /// Acts on the window; called after each drawn frame and at least ten times a second.
    virtual void act(Window& window) = 0;
    /// Whether it wants the program to end now.
    [[nodiscard]] virtual bool is_done() const = 0;
};

}  // namespace motlan
