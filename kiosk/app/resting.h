// A kiosk that serves nobody but is still made easier to read, and still calls for help: what its
// screen shows and what a touch changes. Belongs to one thread.
#pragma once

#include <functional>
#include <optional>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"
#include "kiosk/ui/ui.h"

namespace motlan {

class Resting {
public:
    /// Tells the province that somebody waits here, or no more.
    using Bell = std::function<void(const TellCall&)>;

    /// Without a bell nobody is offered to call. No device is used, so that nobody signs in.
    Resting(Office office, WallTime since, Bell bell);

    /// Draws it; the answer is what was chosen.
    [[nodiscard]] std::optional<Event> draw(Ui& ui) const;
    /// What somebody chose, what a bell answers, or the time.
    void apply(const Event& event);

    [[nodiscard]] const State& state() const { return state_; }

private:
    Office office_;
    State state_;
    Bell bell_;
};

}  // namespace motlan
