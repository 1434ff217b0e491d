// What a handler is given and what it answers.
#pragma once

#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// What a handler may look at besides its screen.
struct Scene {
    const Office& office;
    const State& state;  ///< its screen is the one being handled
};

/// The next screen and what the world is asked to do.
struct Turn {
    Screen screen;
    std::vector<Effect> effects;
};

}  // namespace motlan
