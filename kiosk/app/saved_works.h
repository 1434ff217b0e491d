// What citizens save to go on with later, as the visit sees it: sealed on a thread of its own and
// put on the shelf, or taken from it by slip and card. Nothing of it is on the disk unsealed.
#pragma once

#include "kiosk/app/event_queue.h"
#include "kiosk/app/sight.h"
#include "kiosk/app/standing.h"
#include "kiosk/app/worker.h"
#include "kiosk/flow/effect.h"

namespace motlan {

class SavedWorks {
public:
    /// All must outlive it.
    SavedWorks(ProvincePlaces places, const Clock& clock, Sight& sight, EventQueue& events)
        : places_(std::move(places)), clock_(clock), sight_(sight), events_(events) {}

    /// Posts WorkSaved or WorkNotSaved.
    void save(SaveWork wish);
    /// Posts SavedFound or SavedNotFound.
    void look_for(const LookForSaved& wish);
    /// Posts WorkOpened, with the pages as the visit shows them, or WorkNotOpened.
    void open(const OpenSaved& wish);
    /// Removes what is over, unless that was done a few minutes ago. Call it each second.
    void tidy();

private:
    [[nodiscard]] Result<SavedSlip> seal_away(SaveWork& wish);
    [[nodiscard]] Result<SavedWork> take(const OpenSaved& wish);
    void show_pages(SavedWork work);

    ProvincePlaces places_;
    const Clock& clock_;
    Sight& sight_;
    EventQueue& events_;
    std::optional<SteadyTime> tidied_;  ///< of the window's thread
    Worker worker_;                     // last: its thread uses the above
};

}  // namespace motlan
