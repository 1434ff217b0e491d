// What is held before the kiosk or laid on it, and which event has a sound of its own because of
// what became of that. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/flow/event.h"
#include "kiosk/speech/earcon.h"

namespace motlan {

/// What a state waits for that somebody shows or lays.
enum class OfferedTo : std::uint8_t { Nothing, Card, Search, Chip, Badge, Pin, Paper };

struct Offered {
    OfferedTo to = OfferedTo::Nothing;
    int taken = 0;                     ///< codes that were read and are being asked about
    int refusals = 0;                  ///< codes that led to nothing
    bool is_refused = false;           ///< what was offered last was not taken
    std::optional<Earcon> nearness{};  ///< of a card whose code is seen: how close it is held
};

[[nodiscard]] Offered offered(const State& state);

/// The sound of an event that led from one to the other; most have none.
[[nodiscard]] std::optional<Earcon> earcon_of(const Event& event, const Offered& before,
                                              const Offered& after);

}  // namespace motlan
