// Calls for help between this kiosk and the province: tells that somebody waits here, hears whether
// somebody is on the way, and asks who waits elsewhere. What comes back is verified here.
#pragma once

#include <optional>
#include <string>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/standing.h"
#include "kiosk/app/worker.h"
#include "kiosk/backend/call_query.h"
#include "kiosk/flow/effect.h"

namespace motlan {

/// Tells and asks the province once; the id of the query is made here. Blocks for some seconds at
/// most. Fails with Fault::LinkUnavailable, the faults of standing() and LinkClient::call, and
/// Fault::BackendAnswerMalformed.
[[nodiscard]] Result<CallList> ask_calls(CallQuery query, const ProvincePlaces& places,
                                         const Clock& clock);

class HelpBell {
public:
    /// Everything must outlive it.
    HelpBell(ProvincePlaces places, const Clock& clock, EventQueue& events)
        : places_(std::move(places)), clock_(clock), events_(events) {}

    /// Tells the call again and again until another one is told, posts CallAnswered once somebody
    /// is on the way. Without a call it says so once.
    void tell(const TellCall& wish);
    /// Posts CallsListed, without this kiosk, or CallsNotListed. The taking of a call is noted in
    /// the audit log by whoever asked for it.
    void list(const ListCalls& wish);

private:
    void repeat(const HelpCall& call, const std::stop_token& stop);

    ProvincePlaces places_;
    const Clock& clock_;
    EventQueue& events_;
    Worker calls_;
    Worker lists_;  // last: the threads use all of the above
};

}  // namespace motlan
