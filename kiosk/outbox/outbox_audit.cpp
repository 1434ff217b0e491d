// The part of Outbox that keeps the audit log: every change and its record in one transaction,
// the reserve that lets both happen on a full disk, the checkpoints, the nightly scrub.
#include <array>
#include <set>

#include "kiosk/core/log.h"
#include "kiosk/outbox/audit_checkpoint.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {
namespace {

// Records stay at least so long (security design 4.7; the same as tombstones).
constexpr std::chrono::days kRecords{90};

}  // namespace

// No record is written when nothing changed.
Result<bool> Outbox::attempt(const AuditEntry& entry, const Change& change) {
    return store_.transact([&]() -> Result<bool> {
        auto changed = change();
        if (!changed || !*changed) return changed;
        const auto noted = store_.audit().append(entry, place_.author, *clock_);
        return noted ? changed : fail(noted.error());
    });
}

Result<bool> Outbox::change(const AuditEntry& entry, const Change& change) {
    auto changed = attempt(entry, change);
    if (changed || changed.error() != Fault::DiskFull || !give_up_reserve()) return changed;
    return attempt(entry, change);
}

// On a full disk a receipt must still fit: it is what frees the disk again.
bool Outbox::give_up_reserve() {
    const auto reserve = folder("reserve");
    return std::filesystem::exists(reserve) && disk_->remove(reserve).has_value();
}

// Made again as soon as there is room; without it the outbox works all the same.
void Outbox::keep_reserve() {
    const auto reserve = folder("reserve");
    if (std::filesystem::exists(reserve)) return;
    const auto free = disk_->free_bytes(place_.folder);
    if (!free || *free < 4 * place_.room.given_up) return;
    const Bytes room(place_.room.given_up);
    const auto made = disk_->write(std::array{NewFile{reserve, room}});
    if (!made) static_cast<void>(disk_->remove(reserve));
}

Result<bool> Outbox::move(const DossierId& id, DossierState from, DossierState to) {
    const auto event =
        to == DossierState::Released ? AuditEvent::DossierReleased : AuditEvent::DossierUploaded;
    return change({event, {{"dossier", id}}},
                  [&] { return store_.advance(id, from, to, clock_->wall()); });
}

Result<void> Outbox::note(const AuditEntry& entry) {
    return change(entry, []() -> Result<bool> { return true; }).transform([](bool) {});
}

Result<void> Outbox::checkpoint(const PrivateKey& device) {
    const auto head = store_.audit().head();
    if (!head) return fail(head.error());
    const auto covered = store_.audit().checkpoint_count();
    if (!covered) return fail(covered.error());
    if (head->count == *covered) return {};
    const auto document = sign_checkpoint({.mark = *head,
                                           .kiosk = device.certificate().common_name(),
                                           .boot = place_.author.boot,
                                           .time = clock_->wall()},
                                          device);
    if (!document) return fail(document.error());
    const auto kept = store_.audit().keep_checkpoint(head->count, *document);
    if (!kept) return fail(kept.error());
    if (*kept) log(LogEvent::AuditCheckpoint, {{"count", head->count}});
    return {};
}

Result<std::int64_t> Outbox::unsigned_records() const {
    const auto head = store_.audit().head();
    if (!head) return fail(head.error());
    return store_.audit().checkpoint_count().transform(
        [&head](std::int64_t covered) { return head->count - covered; });
}

Result<Bytes> Outbox::checkpoint_to_send() const { return store_.audit().unanchored_checkpoint(); }

// Within the transaction that stores the receipt. It stands whatever it says of the log; but a log
// that the province has seen otherwise is not this one, and the staff must know.
Result<void> Outbox::keep_anchor(const DossierId& id, ByteView receipt, const AuditMark& named) {
    AuditTable audit = store_.audit();
    const auto start = audit.start();
    const auto here = audit.mark_at(named.count);
    if (!start) return fail(start.error());
    if (!here) return fail(here.error());
    if (*here == named) return audit.keep_anchor(named, receipt);
    if (named.count < start->count) return {};
    log(LogEvent::FaultSeen, {{"fault", Fault::AuditForked}});
    return audit.append({AuditEvent::HistoryForked,
                         {{"dossier", id}, {"count", named.count}, {"hash", Digest(named.hash)}}},
                        place_.author, *clock_);
}

Result<std::int64_t> Outbox::scrub() {
    const auto findings = verify();
    if (!findings) return fail(findings.error());
    std::set<std::string> damaged;
    for (const Finding& finding : *findings) {
        // What is not entered is recover()'s, or is being kept at this very moment; what was set
        // aside is no dossier's.
        if (finding.damage == ShelfDamage::NotEntered || finding.damage == ShelfDamage::Quarantined)
            continue;
        const bool is_unreadable = finding.damage == ShelfDamage::EntryDamaged;
        const auto id = parse_dossier_id(finding.folder);
        const auto known = id && !is_unreadable ? find(*id) : std::optional<DossierRecord>();
        if (!known) return fail(known.error());
        if (!*known && !is_unreadable) continue;
        if (!damaged.insert(finding.folder).second || !id) continue;
        if (const auto parked = park(*id, Fault::RecordDamaged); !parked)
            return fail(parked.error());
    }
    const auto count = std::ssize(damaged);
    if (const auto noted = note({AuditEvent::ScrubFinished, {{"damaged", count}}}); !noted)
        return fail(noted.error());
    if (const auto dropped = drop_old_records(); !dropped) return fail(dropped.error());
    return count;
}

Result<void> Outbox::drop_old_records() {
    const auto dropped = store_.transact([&]() -> Result<bool> {
        const auto start = store_.audit().drop_before(clock_->wall() - kRecords);
        if (!start) return fail(start.error());
        if (!*start) return false;
        const AuditEntry entry{AuditEvent::RecordsDropped,
                               {{"count", (*start)->count}, {"hash", Digest((*start)->hash)}}};
        const auto noted = store_.audit().append(entry, place_.author, *clock_);
        return noted ? Result<bool>(true) : fail(noted.error());
    });
    return dropped.transform([](bool) {});
}

}  // namespace motlan
