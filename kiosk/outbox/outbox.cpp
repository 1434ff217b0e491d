#include "kiosk/outbox/outbox.h"

#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kLockPatience{5};

// A missing row or a state that has moved on means that a caller lost its place.
Result<void> done(Result<bool> changed) {
    if (!changed) return fail(changed.error());
    if (!*changed) return fail(Fault::BrokenAssumption);
    return {};
}

}  // namespace

Outbox::Outbox(OutboxPlace place, Disk& disk, const Clock& clock, Store store)
    : place_(std::move(place)), disk_(&disk), clock_(&clock), store_(std::move(store)) {}

Result<Outbox> Outbox::open(OutboxPlace place, Disk& disk, const Clock& clock) {
    const auto& top = place.folder;
    const bool is_new = !std::filesystem::exists(top / "outbox.db");
    for (const auto& folder : {top, top / "tmp", top / "q", top / "quarantine"}) {
        if (const auto made = disk.make_folder(folder); !made) return fail(made.error());
    }
    // Two processes that make the store at the same moment would find each other's half.
    const auto opening = FolderLock::take(top / "opening.lock", kLockPatience);
    if (!opening) return fail(opening.error());
    auto store = Store::open(top / "outbox.db");
    if (!store) return fail(store.error());
    for (const auto& folder : {top.parent_path(), top}) {
        if (!is_new) break;
        if (const auto synced = disk.sync_folder(folder); !synced) return fail(synced.error());
    }
    if (place.author.boot.empty()) place.author.boot = boot_id();
    if (place.author.session.empty()) {
        auto session = random_id();
        if (!session) return fail(session.error());
        place.author.session = *std::move(session);
    }
    return Outbox(std::move(place), disk, clock, *std::move(store));
}

Result<void> Outbox::lock() {
    if (adding_) return {};
    auto taken = FolderLock::take(folder("adding.lock"), kLockPatience);
    if (!taken) return fail(taken.error());
    adding_ = *std::move(taken);
    return {};
}

Result<void> Outbox::has_room() {
    const auto free = disk_->free_bytes(place_.folder);
    if (!free) return fail(free.error());
    if (*free < place_.room.worst_dossier + place_.room.reserve) return fail(Fault::DiskFull);
    return {};
}

Result<void> Outbox::add(const SealedDossier& sealed) {
    if (const auto locked = lock(); !locked) return locked;
    const auto known = store_.find(sealed.mark.dossier);
    if (!known) return fail(known.error());
    if (*known) return (*known)->mark == sealed.mark ? Result<void>() : fail(Fault::RecordDamaged);
    const auto entered = enter(sealed);
    if (entered) return {};
    adding_.reset();
    return entered;
}

// A store whose size nobody knows takes none.
bool Outbox::fits_store(const DossierMark& mark) const {
    const std::int64_t size = size_of(mark.parts);
    const auto used = store_.sealed().used();
    return size <= place_.limits.dossier && used && *used + size <= place_.limits.store;
}

// Steps 1 and 2 of the crash protocol, for a dossier that does not fit into the store. The name of
// the half dossier needs no sync of its own: nothing is promised for it, and its files are synced.
Result<void> Outbox::shelve(const SealedDossier& sealed) {
    const std::string& name = sealed.mark.dossier.value();
    const auto half = folder("tmp") / name;
    const auto whole = folder("q") / name;
    auto step = remove_folder(*disk_, half);
    if (step) step = remove_folder(*disk_, whole);
    if (step) step = Shelf(half).write(*disk_, sealed);
    if (step) step = disk_->rename(half, whole);
    if (step) step = disk_->sync_folder(folder("tmp"));
    if (step) step = disk_->sync_folder(folder("q"));
    if (!step) discard(sealed.mark.dossier);
    return step;
}

// Step 3, the commit point; a dossier that fits into the store needs no other. Not `change`: what
// is given up on a full disk is for those that are kept already.
Result<void> Outbox::enter(const SealedDossier& sealed) {
    const bool fits = fits_store(sealed.mark);
    const auto shelved = fits ? Result<void>() : shelve(sealed);
    if (!shelved) return shelved;
    const WallTime now = clock_->wall();
    const AuditEntry entry{AuditEvent::DossierCommitted,
                           {{"dossier", sealed.mark.dossier},
                            {"label", Digest(sealed.mark.label)},
                            {"parts", std::ssize(sealed.mark.parts)}}};
    const auto entered = attempt(entry, [&]() -> Result<bool> {
        auto step = store_.insert({.mark = sealed.mark, .entered = now, .changed = now});
        if (step && fits)
            step = store_.sealed().keep(sealed.mark.dossier.value(), files_of(sealed));
        return step.transform([] { return true; });
    });
    // Until the next commit nobody knows whether a row that failed will be there after a restart;
    // then the files stay for it, and recovery sends them as unconfirmed.
    if (!entered && store_.commit_again()) discard(sealed.mark.dossier);
    return entered.transform([](bool) {});
}

// Nothing was promised: leave nothing behind, unless a row says that it was kept after all.
void Outbox::discard(const DossierId& id) {
    const auto row = store_.find(id);
    if (!row || *row) return;
    for (const std::string_view place : {"tmp", "q"}) {
        if (!remove_folder(*disk_, folder(place) / id.value())) return;
    }
}

Result<void> Outbox::release(const DossierId& id) {
    const auto moved = move(id, DossierState::Held, DossierState::Released);
    if (!moved) return fail(moved.error());
    adding_.reset();
    if (*moved) return {};
    const auto known = store_.find(id);
    if (!known) return fail(known.error());
    return *known ? Result<void>() : fail(Fault::BrokenAssumption);
}

Result<std::vector<DossierRecord>> Outbox::list(std::optional<DossierState> state) const {
    return store_.list(state);
}

Result<std::optional<DossierRecord>> Outbox::find(const DossierId& id) const {
    return store_.find(id);
}

Shelf Outbox::shelf(const DossierId& id) const {
    return Shelf(folder("q") / id.value(), store_.sealed());
}

Result<void> Outbox::mark_uploaded(const DossierId& id) {
    return done(move(id, DossierState::Released, DossierState::Uploaded));
}

Result<void> Outbox::park(const DossierId& id, std::optional<Fault> reason) {
    AuditEntry entry{AuditEvent::DossierParked, {{"dossier", id}}};
    if (reason) entry.fields.push_back({"fault", *reason});
    if (!reason) entry.event = AuditEvent::DossiersUnparked;
    return change(entry, [&] { return store_.park(id, reason); }).transform([](bool) {});
}

Result<void> Outbox::unpark_all() {
    return change({AuditEvent::DossiersUnparked}, [&] { return store_.unpark_all(); })
        .transform([](bool) {});
}

Result<ProvinceReceipt> Outbox::acknowledge(const DossierId& id, ByteView receipt,
                                            const Trust& trust) {
    const auto known = store_.find(id);
    if (!known) return fail(known.error());
    if (!*known) return fail(Fault::ReceiptForOtherDossier);
    auto verified = verify_receipt(receipt, (*known)->mark, trust, clock_->wall());
    if (!verified) return verified;
    const bool is_accepted = verified->event == ReceiptEvent::SubmissionAcceptance;
    const AuditEntry entry{
        is_accepted ? AuditEvent::DossierAcknowledged : AuditEvent::DossierRejected,
        {{"dossier", id}, {"receipt", digest_of(receipt)}, {"sequence", verified->sequence}}};
    const auto kept = change(entry, [&]() -> Result<bool> {
        auto stored = store_.keep_receipt(
            id, is_accepted ? DossierState::Acknowledged : DossierState::Rejected, receipt,
            clock_->wall());
        if (!stored || !*stored || !verified->checkpoint) return stored;
        const auto anchored = keep_anchor(id, receipt, *verified->checkpoint);
        return anchored ? stored : fail(anchored.error());
    });
    if (!kept) return fail(kept.error());
    return verified;
}

Result<Bytes> Outbox::receipt(const DossierId& id) const { return store_.receipt(id); }

Result<void> Outbox::purge(const DossierId& id) {
    const auto known = store_.find(id);
    if (!known) return fail(known.error());
    if (*known && (*known)->state == DossierState::Purged) return {};
    if (!*known || (*known)->state != DossierState::Acknowledged)
        return fail(Fault::BrokenAssumption);
    return remove_parts(id, DossierState::Acknowledged);
}

Result<void> Outbox::remove_parts(const DossierId& id, DossierState from) {
    auto step = remove_folder(*disk_, folder("q") / id.value());
    if (step) step = disk_->sync_folder(folder("q"));
    if (!step) return step;
    return done(change({AuditEvent::DossierPurged, {{"dossier", id}}}, [&]() -> Result<bool> {
        const auto dropped = store_.sealed().drop(id.value());
        if (!dropped) return fail(dropped.error());
        return store_.advance(id, from, DossierState::Purged, clock_->wall());
    }));
}

}  // namespace motlan
