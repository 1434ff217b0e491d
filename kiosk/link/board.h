// What the link's threads tell each other: how the province is reached, which dossiers citizens
// wait for, that something has changed. Thread-safe; the lock guards the few values below.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>

#include "kiosk/core/clock.h"
#include "kiosk/core/fault.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {

/// Whether the fault lies between here and the province, so that everything else would meet it.
[[nodiscard]] bool is_about_the_road(Fault fault);

/// Whether the same bytes will never be taken: the dossier is parked.
[[nodiscard]] bool is_final(Fault fault);

class Board {
public:
    /// A look at the province is fresh for that long; a kiosk that asks makes it fresh again.
    static constexpr std::chrono::seconds kFresh{20};

    explicit Board(const Clock& clock) : clock_(clock) {}

    /// The outcome of the last exchange with the province.
    void note_contact(std::optional<Fault> fault);
    /// Whether the province answered then, and what was wrong.
    [[nodiscard]] bool is_reachable() const;
    [[nodiscard]] std::optional<Fault> last_fault() const;
    [[nodiscard]] bool is_contact_fresh() const;
    /// Somebody wants to know: wakes the sender when the last contact is not fresh.
    void look();

    void set_bundle_version(std::int64_t version);
    [[nodiscard]] std::int64_t bundle_version() const;

    /// A citizen waits for this dossier: it goes first and at once.
    void wish(const DossierId& id);
    /// The citizen no longer waits; one who does wishes again.
    void end_wish(const DossierId& id);
    [[nodiscard]] std::set<DossierId> wishes() const;
    /// The dossier was tried: what came of it. The wish is over when it was sent, and when it
    /// was parked.
    void note_try(const DossierId& id, std::optional<Fault> fault);
    [[nodiscard]] std::optional<Fault> fault_of(const DossierId& id) const;

    /// The audit log as the province sees it: Fault::AuditForked, or nothing wrong.
    void note_audit(std::optional<Fault> fault);
    [[nodiscard]] std::optional<Fault> audit_fault() const;

    /// The sender's loop turns: at rest, and while it carries something.
    void beat() { beat_ = clock_.steady(); }
    /// Whether it did so within that time; a loop that hangs does not.
    [[nodiscard]] bool has_beaten_within(std::chrono::milliseconds time) const {
        return clock_.steady() - beat_.load() <= time;
    }

    /// The sender rests until it is woken, the time is over or a stop is wished; nobody wakes it
    /// before `least` is over.
    void rest(const std::stop_token& stop, std::chrono::milliseconds most,
              std::chrono::milliseconds least = {});

    /// Counts what was noted, so that nobody waits for what has already happened.
    [[nodiscard]] std::uint64_t changes() const;
    /// Waits for a change after `seen`, at most until `deadline`.
    void wait_for_change(const std::stop_token& stop, std::uint64_t seen, SteadyTime deadline);

private:
    void changed();

    const Clock& clock_;
    mutable std::mutex mutex_;
    std::condition_variable_any change_;
    std::condition_variable_any work_;
    std::optional<Fault> contact_fault_ = Fault::BackendUnreachable;
    std::optional<Fault> audit_fault_;
    std::optional<SteadyTime> contact_;
    std::int64_t bundle_version_ = 0;
    std::set<DossierId> wishes_;
    std::map<DossierId, Fault> faults_;
    std::atomic<SteadyTime> beat_{clock_.steady()};
    bool has_work_ = false;
    std::uint64_t changes_ = 0;
};

}  // namespace motlan
