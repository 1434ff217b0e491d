#include "kiosk/link/sender.h"

#include <algorithm>

#include "kiosk/core/log.h"
#include "kiosk/link/queue_order.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

// With nothing to do: how often to look for dossiers that nobody told us about, and for a bundle.
constexpr std::chrono::minutes kIdle{5};
// The province has everything and is still writing the receipt.
constexpr std::chrono::milliseconds kReceiptPause{2'000};
// When a night begins for the scrub: nobody stands at a kiosk then.
constexpr std::chrono::hours kScrubHour{2};

}  // namespace

void Sender::run(const std::stop_token& stop) {
    note({AuditEvent::ProgramStarted});
    if (tools_.clock.is_uncertain()) note({AuditEvent::ClockUncertain});
    if (!tools_.outbox.unpark_all()) log(LogEvent::FaultSeen, {{"fault", Fault::StorageFailed}});
    while (!stop.stop_requested()) {
        const auto pause = round(stop);
        if (tools_.board.wishes().empty()) scrub_nightly();
        tools_.board.rest(stop, pause, least_rest());
    }
    note({AuditEvent::ProgramEnded});
}

// What cannot be written down is done all the same.
void Sender::note(const AuditEntry& entry) {
    const auto noted = tools_.outbox.note(entry);
    if (!noted) log(LogEvent::FaultSeen, {{"fault", noted.error()}});
}

void Sender::scrub_nightly() {
    const auto night =
        std::chrono::floor<std::chrono::days>(tools_.clock.wall() + kVietnamOffset - kScrubHour);
    if (scrubbed_ == night) return;
    scrubbed_ = night;
    const auto damaged = tools_.outbox.scrub();
    if (!damaged) log(LogEvent::FaultSeen, {{"fault", damaged.error()}});
    if (damaged) log(LogEvent::ScrubFinished, {{"damaged", *damaged}});
    if (damaged && *damaged > 0) log(LogEvent::DossierParked, {{"fault", Fault::RecordDamaged}});
}

std::chrono::milliseconds Sender::round(const std::stop_token& stop) {
    if (const auto recovered = tools_.outbox.recover(); !recovered) {
        log(LogEvent::FaultSeen, {{"fault", recovered.error()}});
    }
    awaits_receipt_ = false;
    const auto missed = refresh_bundle();
    // Without a bundle no receipt can be believed; with one the dossiers go though no newer comes.
    auto fault = tools_.bundles.bundle() ? try_each(stop) : std::nullopt;
    if (!fault && missed) {
        note_failure(*missed);
        fault = missed;
    }
    if (!fault) breaker_.note_success(Trouble::Road);
    has_failed_ = fault.has_value();
    return stop.stop_requested() ? std::chrono::milliseconds(0) : pause_after(fault);
}

// A look at the province is a look at its bundle; a citizen who waits does not wait for it.
std::optional<Fault> Sender::refresh_bundle() {
    if (!needs_bundle_ && tools_.board.is_contact_fresh() && !tools_.board.wishes().empty()) {
        return std::nullopt;
    }
    const std::int64_t before = tools_.bundles.version();
    const auto refreshed = tools_.bundles.refresh(tools_.province);
    note_bundle(before, refreshed);
    const auto fault = refreshed ? std::nullopt : std::optional(refreshed.error());
    const auto& bundle = tools_.bundles.bundle();
    // A file that does not get through says nothing of the road, and nobody waits for it.
    const bool lacks_file = fault && is_about_the_road(*fault) && tools_.bundles.has_answered();
    needs_bundle_ = (fault && !lacks_file) || !bundle;
    tools_.board.set_bundle_version(tools_.bundles.version());
    tools_.board.note_contact(lacks_file ? std::nullopt : fault);
    // Also what came on a stick while the road is cut.
    if (bundle) prove(proven_time(*bundle, tools_.enrolment));
    if (fault && is_about_the_road(*fault) && !(lacks_file && bundle)) return fault;
    // A bundle that was refused keeps nothing from being sent under the present one.
    return bundle ? std::nullopt : std::optional(Fault::BundleForged);
}

// One record for each new bundle, and one for each new reason why there is none.
void Sender::note_bundle(std::int64_t before, const Result<void>& refreshed) {
    const auto fault = refreshed ? std::nullopt : std::optional(refreshed.error());
    const bool is_refused = fault && trouble_of(*fault) == Trouble::Answer;
    if (tools_.bundles.version() != before)
        note({AuditEvent::BundleAccepted, {{"version", tools_.bundles.version()}}});
    if (is_refused && fault != bundle_fault_)
        note({AuditEvent::BundleRefused, {{"fault", *fault}}});
    if (refreshed || is_refused) bundle_fault_ = fault;
}

std::optional<Fault> Sender::try_each(const std::stop_token& stop) {
    std::set<DossierId> tried;
    std::optional<Fault> first_fault;
    while (!stop.stop_requested()) {
        const auto record = next(tried);
        if (!record) {
            note_failure(record.error());
            return record.error();
        }
        if (!*record) break;
        tried.insert((*record)->mark.dossier);
        const auto fault = try_one(**record);
        if (!first_fault) first_fault = fault;
        if (fault && is_about_the_road(*fault)) break;
    }
    return first_fault;
}

// A citizen's wish is tried though the trouble is known; it may be over.
Result<std::optional<DossierRecord>> Sender::next(const std::set<DossierId>& tried) {
    const SteadyTime now = tools_.clock.steady();
    const auto wishes = tools_.board.wishes();
    const bool is_stopped = breaker_.is_open(Trouble::Refusal, now) ||
                            breaker_.is_open(Trouble::Answer, now) ||
                            breaker_.is_open(Trouble::Storage, now);
    std::vector<DossierRecord> waiting;
    for (const auto state : {DossierState::Uploaded, DossierState::Released}) {
        auto records = tools_.outbox.list(state);
        if (!records) return fail(records.error());
        const bool is_left_alone = is_stopped || (state == DossierState::Uploaded &&
                                                  breaker_.is_open(Trouble::Receipt, now));
        for (DossierRecord& record : *records) {
            if (!is_left_alone || wishes.contains(record.mark.dossier))
                waiting.push_back(std::move(record));
        }
    }
    return next_of(
        waiting,
        {.wished = wishes, .tried = tried, .stumbled = stumbled_, .now = tools_.clock.wall()});
}

std::optional<Fault> Sender::try_one(const DossierRecord& record) {
    const DossierId& id = record.mark.dossier;
    const auto carried =
        courier_.carry(record, tools_.bundles.bundle()->receipt_trust(tools_.enrolment));
    const auto fault = carried ? std::nullopt : std::optional(carried.error());
    note_outcome(record, fault);
    tools_.board.note_audit(courier_.audit_fault());
    const bool is_waiting = carried && !*carried;
    awaits_receipt_ = awaits_receipt_ || is_waiting;
    if (!is_waiting) tools_.board.note_try(id, fault);
    if (carried && *carried) {
        breaker_.note_success();
        prove(**carried);
    }
    return fault;
}

void Sender::note_outcome(const DossierRecord& record, std::optional<Fault> fault) {
    const DossierId& id = record.mark.dossier;
    if (fault && is_final(*fault) && tools_.outbox.park(id, fault))
        log(LogEvent::DossierParked, {{"fault", *fault}});
    // The signers may have changed since the last bundle.
    if (fault == Fault::ReceiptForged) needs_bundle_ = true;
    if (fault) log(LogEvent::FaultSeen, {{"fault", *fault}});
    if (fault) note_failure(*fault);
    const bool is_cut = fault && is_about_the_road(*fault);
    if (!fault) tools_.board.note_contact(std::nullopt);
    // The road, or this dossier alone: the bundle tells, with which the next round begins.
    if (is_cut) needs_bundle_ = true;
    if (is_cut && tools_.board.is_reachable()) stumbled_.insert(id);
    if (!is_cut) stumbled_.erase(id);
}

// What the province signed was signed before now, whatever the machine's clock says.
void Sender::prove(WallTime signed_at) {
    const auto proved = tools_.clock.prove(signed_at);
    if (!proved) log(LogEvent::FaultSeen, {{"fault", proved.error()}});
}

void Sender::note_failure(Fault fault) {
    const auto trouble = trouble_of(fault);
    if (trouble) breaker_.note_failure(*trouble, tools_.clock.steady(), random_share());
}

std::chrono::milliseconds Sender::pause_after(std::optional<Fault> fault) const {
    const std::chrono::milliseconds asked = tools_.province.asked_pause();
    const auto next_try = breaker_.next_try(tools_.clock.steady());
    const auto pause = awaits_receipt_ && !fault
                           ? kReceiptPause
                           : std::min<std::chrono::milliseconds>(next_try.value_or(kIdle),
                                                                 fault ? Backoff::kMost : kIdle);
    if (fault) log(LogEvent::UploadDelayed, {{"fault", *fault}, {"milliseconds", pause.count()}});
    return std::max(pause, asked);
}

std::chrono::milliseconds Sender::least_rest() const {
    const auto own = has_failed_ ? kLeastPause : std::chrono::milliseconds(0);
    return std::max<std::chrono::milliseconds>(own, tools_.province.asked_pause());
}

}  // namespace motlan
