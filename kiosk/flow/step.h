// The only place that decides what happens next.
#pragma once

#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

struct Next {
    State state;
    std::vector<Effect> effects;
};

/// One step of a visit. Pure: the same state, event and office give the same answer.
[[nodiscard]] Next step(State state, const Event& event, const Office& office);

}  // namespace motlan
