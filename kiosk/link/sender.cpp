#include "kiosk/link/sender.h"

#include <algorithm>

#include "kiosk/core/log.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

// With nothing to do: how often to look for dossiers that nobody told us about, and for a bundle.
constexpr std::chrono::minutes kIdle{5};
// The province has everything and is still writing the receipt.
constexpr std::chrono::milliseconds kReceiptPause{2'000};

}  // namespace

void Sender::run(const std::stop_token& stop) {
    if (!tools_.outbox.unpark_all()) log(LogEvent::FaultSeen, {{"fault", Fault::StorageFailed}});
    while (!stop.stop_requested()) tools_.board.rest(stop, round(stop));
}

std::chrono::milliseconds Sender::round(const std::stop_token& stop) {
    if (const auto recovered = tools_.outbox.recover(); !recovered) {
        log(LogEvent::FaultSeen, {{"fault", recovered.error()}});
    }
    awaits_receipt_ = false;
    auto fault = refresh_bundle();
    if (!fault) fault = try_each(stop);
    return stop.stop_requested() ? std::chrono::milliseconds(0) : pause_after(fault);
}

// A look at the province is a look at its bundle; a citizen who waits does not wait for it.
std::optional<Fault> Sender::refresh_bundle() {
    if (!needs_bundle_ && tools_.board.is_contact_fresh() && !tools_.board.wishes().empty()) {
        return std::nullopt;
    }
    const auto refreshed = tools_.bundles.refresh(tools_.province);
    needs_bundle_ = !refreshed;
    tools_.board.set_bundle_version(tools_.bundles.version());
    const bool is_cut = !refreshed && is_about_the_road(refreshed.error());
    tools_.board.note_contact(refreshed ? std::nullopt : std::optional(refreshed.error()));
    // Also what came on a stick while the road is cut.
    if (tools_.bundles.bundle()) prove(tools_.bundles.bundle()->issued);
    if (is_cut) return refreshed.error();
    // A bundle that was refused keeps nothing from being sent under the present one.
    return tools_.bundles.bundle() ? std::nullopt : std::optional(Fault::BundleForged);
}

std::optional<Fault> Sender::try_each(const std::stop_token& stop) {
    std::set<DossierId> tried;
    std::optional<Fault> first_fault;
    while (!stop.stop_requested()) {
        const auto record = next(tried);
        if (!record) return record.error();
        if (!*record) break;
        tried.insert((*record)->mark.dossier);
        const auto fault = try_one(**record);
        if (!first_fault) first_fault = fault;
        if (fault && is_about_the_road(*fault)) break;
    }
    return first_fault;
}

Result<std::optional<DossierRecord>> Sender::next(const std::set<DossierId>& tried) {
    const auto wishes = tools_.board.wishes();
    std::optional<DossierRecord> oldest;
    for (const auto state : {DossierState::Uploaded, DossierState::Released}) {
        const auto records = tools_.outbox.list(state);
        if (!records) return fail(records.error());
        for (const DossierRecord& record : *records) {
            if (tried.contains(record.mark.dossier)) continue;
            const bool is_wished = wishes.contains(record.mark.dossier);
            if (is_wished) return record;
            if (!record.parked && !oldest) oldest = record;
        }
    }
    return oldest;
}

std::optional<Fault> Sender::try_one(const DossierRecord& record) {
    const DossierId& id = record.mark.dossier;
    Courier courier(tools_.outbox, tools_.province);
    const auto carried =
        courier.carry(record, tools_.bundles.bundle()->receipt_trust(tools_.enrolment));
    const auto fault = carried ? std::nullopt : std::optional(carried.error());
    if (fault && is_final(*fault) && tools_.outbox.park(id, fault))
        log(LogEvent::DossierParked, {{"fault", *fault}});
    // The signers may have changed since the last bundle.
    if (fault == Fault::ReceiptForged) needs_bundle_ = true;
    if (fault) log(LogEvent::FaultSeen, {{"fault", *fault}});
    if (!fault || is_about_the_road(*fault)) tools_.board.note_contact(fault);
    const bool is_waiting = carried && !*carried;
    awaits_receipt_ = awaits_receipt_ || is_waiting;
    if (!is_waiting) tools_.board.note_try(id, fault);
    if (carried && *carried) prove(**carried);
    return fault;
}

// What the province signed was signed before now, whatever the machine's clock says.
void Sender::prove(WallTime signed_at) {
    const auto proved = tools_.clock.prove(signed_at);
    if (!proved) log(LogEvent::FaultSeen, {{"fault", proved.error()}});
}

std::chrono::milliseconds Sender::pause_after(std::optional<Fault> fault) {
    const std::chrono::milliseconds asked = tools_.province.asked_pause();
    if (!fault) {
        backoff_.reset();
        return awaits_receipt_ ? std::max(kReceiptPause, asked) : kIdle;
    }
    const auto pause = std::max(backoff_.next(random_share()), asked);
    log(LogEvent::UploadDelayed, {{"fault", *fault}, {"milliseconds", pause.count()}});
    return pause;
}

}  // namespace motlan
