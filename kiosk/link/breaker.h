// A circuit breaker for each kind of trouble (security design 4.6): what fails again and again is
// left alone with growing pauses, while what does not meet that trouble goes on. Pure; time and
// chance are passed in.
#pragma once

#include <array>
#include <optional>

#include "kiosk/core/clock.h"
#include "kiosk/core/fault.h"
#include "kiosk/link/backoff.h"

namespace motlan {

/// The kinds of trouble on the way to a receipt.
enum class Trouble : std::uint8_t {
    Road,     ///< the province is not reached
    Refusal,  ///< it refuses dossiers
    Answer,   ///< its answers make no sense
    Receipt,  ///< its receipts do not hold
    Storage,  ///< the disk of this kiosk
};

/// The kind that a fault belongs to; nothing for what is wrong with one dossier alone.
[[nodiscard]] std::optional<Trouble> trouble_of(Fault fault);

class Breaker {
public:
    /// It went wrong: the pause for this kind grows; `share` from 0 to 1 is drawn by the caller.
    void note_failure(Trouble trouble, SteadyTime now, double share);
    /// It went well.
    void note_success(Trouble trouble);
    void note_success();

    /// Whether this kind has come so often in a row that it is left alone now. After the pause one
    /// try is free; if it fails, the next pause begins.
    [[nodiscard]] bool is_open(Trouble trouble, SteadyTime now) const;

    /// How long until something that failed may be tried again; nothing when nothing is waited for.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next_try(SteadyTime now) const;

private:
    struct Switch {
        Backoff backoff;
        int failures = 0;
        SteadyTime until{};
    };
    [[nodiscard]] Switch& at(Trouble trouble) {
        return switches_.at(static_cast<std::size_t>(trouble));
    }

    std::array<Switch, 5> switches_;
};

}  // namespace motlan
