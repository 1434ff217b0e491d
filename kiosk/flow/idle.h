// The citizen owns the clock: no screen ends without a warning that one touch takes away (ux 2.2).
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// What an event tells of whether somebody is there.
enum class Life : std::uint8_t {
    None,
    There,
    Reply,  ///< it only answers "still there?" and means nothing else
};

/// Whoever is there has the idle time anew and is no longer asked: what the question was laid over
/// is there again.
Life note_life(State& state, const Event& event);

/// Whoever is being read to is there. A question whether somebody is there does not answer itself.
void note_hearing(State& state, const Ticked& tick);

/// Called on each tick: asks "still there?" when nothing was touched for the screen's patience,
/// and ends the visit when that question stays unanswered.
void watch_idle(State& state, std::vector<Effect>& effects, const Office& office);

}  // namespace motlan
