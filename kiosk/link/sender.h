// The thread that sends: whom a citizen waits for first, then the oldest; for ever, with growing
// pauses. Parks what the province refuses for good. Looks for a newer bundle on the way.
#pragma once

#include <optional>
#include <set>
#include <stop_token>

#include "kiosk/core/floor_clock.h"
#include "kiosk/link/backoff.h"
#include "kiosk/link/board.h"
#include "kiosk/link/bundle_store.h"
#include "kiosk/link/courier.h"

namespace motlan {

/// What the sender works with; everything outlives it.
struct SenderTools {
    Outbox& outbox;
    ProvinceClient& province;
    BundleStore& bundles;
    const Enrolment& enrolment;
    Board& board;
    FloorClock& clock;
};

class Sender {
public:
    explicit Sender(SenderTools tools) : tools_(tools) {}

    /// Sends until a stop is wished.
    void run(const std::stop_token& stop);

    /// One round over everything that may be sent: how long to rest after it.
    std::chrono::milliseconds round(const std::stop_token& stop);

private:
    std::optional<Fault> refresh_bundle();
    std::optional<Fault> try_each(const std::stop_token& stop);
    Result<std::optional<DossierRecord>> next(const std::set<DossierId>& tried);
    std::optional<Fault> try_one(const DossierRecord& record);
    void prove(WallTime signed_at);
    std::chrono::milliseconds pause_after(std::optional<Fault> fault);

    SenderTools tools_;
    Backoff backoff_;
    bool needs_bundle_ = true;
    bool awaits_receipt_ = false;
};

}  // namespace motlan
