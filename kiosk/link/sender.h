// The thread that sends, in the order of queue_order.h, for ever, with growing pauses for each kind
// of trouble. Parks what the province refuses for good. Looks for a newer bundle on the way and
// compares every stored byte with the labels once a night.
#pragma once

#include <optional>
#include <set>
#include <stop_token>

#include "kiosk/core/floor_clock.h"
#include "kiosk/link/board.h"
#include "kiosk/link/breaker.h"
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
    /// Somebody who asks again and again does not make it try more often than that.
    static constexpr std::chrono::milliseconds kLeastPause{2'000};

    explicit Sender(SenderTools tools) : tools_(tools), courier_(tools.outbox, tools.province) {}

    /// Sends until a stop is wished.
    void run(const std::stop_token& stop);

    /// One round over everything that may be sent: how long to rest after it.
    std::chrono::milliseconds round(const std::stop_token& stop);

    /// Nobody wakes it sooner after that round: it failed, or the province asked to be left alone.
    [[nodiscard]] std::chrono::milliseconds least_rest() const;

    /// Scrubs the outbox when it was not done since two o'clock of this night, or since the start.
    void scrub_nightly();

private:
    std::optional<Fault> refresh_bundle();
    void note_bundle(std::int64_t before, const Result<void>& refreshed);
    void note(const AuditEntry& entry);
    void note_failure(Fault fault);
    void note_outcome(const DossierRecord& record, std::optional<Fault> fault);
    std::optional<Fault> try_each(const std::stop_token& stop);
    Result<std::optional<DossierRecord>> next(const std::set<DossierId>& tried);
    std::optional<Fault> try_one(const DossierRecord& record);
    void prove(WallTime signed_at);
    [[nodiscard]] std::chrono::milliseconds pause_after(std::optional<Fault> fault) const;

    SenderTools tools_;
    Courier courier_;
    Breaker breaker_;
    std::set<DossierId> stumbled_;
    std::optional<Fault> bundle_fault_;
    std::optional<std::chrono::sys_days> scrubbed_;  ///< the night, in Vietnam
    bool needs_bundle_ = true;
    bool awaits_receipt_ = false;
    bool has_failed_ = false;
};

}  // namespace motlan
