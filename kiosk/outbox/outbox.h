// Keeps sealed dossiers until the province has acknowledged them: never lost, never doubled.
// The order of writes is security design 4.5. The kiosk adds, the link sends: two processes,
// each with its own Outbox, may use one folder at once. One Outbox belongs to one thread.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/outbox/audit_check.h"
#include "kiosk/outbox/disk.h"
#include "kiosk/outbox/folder_lock.h"
#include "kiosk/outbox/receipt.h"
#include "kiosk/outbox/record.h"
#include "kiosk/outbox/shelf.h"
#include "kiosk/outbox/store.h"

namespace motlan {

/// How much the disk must hold free before a visit may start.
struct Room {
    /// The largest dossier that the contract allows (config/province.yaml, LabelLimits).
    std::uint64_t worst_dossier = static_cast<std::uint64_t>(kDossierSizeLimit);
    /// For the store, the log and the bundle while the disk fills.
    std::uint64_t reserve = std::uint64_t{64} << 20U;
    /// Written beforehand and given up when the disk is full, so that receipts and records can
    /// still be stored and the largest dossier of the store be removed, which writes as many bytes.
    std::size_t given_up = std::size_t{4} << 20U;
};

/// What is kept in the store itself, in the commit that enters it; the rest are files. A commit
/// that waits once for the disk is worth most to the small dossiers, which are most of them.
struct StoreLimits {
    std::int64_t dossier = std::int64_t{2} << 20U;  ///< bytes of its sealed parts
    std::int64_t store = std::int64_t{96} << 20U;   ///< bytes of the store with it
};

/// Where the outbox is and whose labels it believes.
struct OutboxPlace {
    std::filesystem::path folder;  ///< "$STATE_DIRECTORY/outbox"
    Certificate ca;
    Room room = {};
    StoreLimits limits = {};
    AuditAuthor author = {};  ///< who writes the audit log; session and boot id are found if empty
};

class Outbox {
public:
    /// Opens or makes it. Disk and clock must outlive it. Fails with Fault::DiskFull,
    /// StorageFailed, RecordDamaged.
    static Result<Outbox> open(OutboxPlace place, Disk& disk, const Clock& clock);

    /// Puts right what a crash left: drops half-written dossiers, adopts whole ones that were
    /// not entered, releases held ones as unconfirmed, repeats purges. Does nothing while
    /// another process is adding. Run it at every start; it may itself be interrupted.
    Result<void> recover();

    /// Whether the worst dossier still fits. Ask before a visit starts.
    /// Fails with Fault::DiskFull, StorageFailed.
    Result<void> has_room();

    /// Keeps a dossier: when this answers, no power cut can lose it. The same dossier twice is
    /// one. Until release() nobody else adds. Fails with Fault::DiskFull, StorageFailed,
    /// RecordDamaged; then it is gone, or recover() finds it whole and sends it as unconfirmed.
    Result<void> add(const SealedDossier& sealed);

    /// The citizen has seen that it is kept: it may be sent.
    Result<void> release(const DossierId& id);

    /// Everything there is, oldest first; or what stands in one state. An entry that cannot be read
    /// is left out: verify() reports it.
    [[nodiscard]] Result<std::vector<DossierRecord>> list(
        std::optional<DossierState> state = {}) const;
    /// One dossier; nothing when it is unknown.
    [[nodiscard]] Result<std::optional<DossierRecord>> find(const DossierId& id) const;
    /// The files of one dossier; must not outlive this.
    [[nodiscard]] Shelf shelf(const DossierId& id) const;

    /// Every part is at the province.
    Result<void> mark_uploaded(const DossierId& id);
    /// Not to be sent before staff have looked, and why; nothing takes the mark away.
    Result<void> park(const DossierId& id, std::optional<Fault> reason);
    /// Tries every parked dossier again.
    Result<void> unpark_all();

    /// Verifies the receipt against what was entered and stores it. A repeated receipt is fine.
    /// Fails with Fault::ReceiptForged, ReceiptForOtherDossier; then nothing changes.
    Result<ProvinceReceipt> acknowledge(const DossierId& id, ByteView receipt, const Trust& trust);
    /// The stored receipt; empty when there is none.
    [[nodiscard]] Result<Bytes> receipt(const DossierId& id) const;

    /// Removes the parts of an acknowledged dossier; of no other. Digests and receipt stay
    /// 90 days (security design 4.5, step 7). Fails with Fault::BrokenAssumption otherwise.
    Result<void> purge(const DossierId& id);

    /// Compares every stored byte with the labels. An empty answer is a sound outbox.
    [[nodiscard]] Result<std::vector<Finding>> verify() const;

    /// The same, and parks what is damaged with Fault::RecordDamaged; deletes nothing. Once a
    /// night; also drops audit records that are anchored and 90 days old. How many are damaged.
    Result<std::int64_t> scrub();

    /// Appends to the audit log. The changes above write their own records.
    /// Fails with Fault::DiskFull, StorageFailed, RecordDamaged.
    Result<void> note(const AuditEntry& entry);
    /// Signs how far the audit log has come, unless that is signed already.
    /// Fails with Fault::SealingFailed as well.
    Result<void> checkpoint(const PrivateKey& device);
    /// Records that no checkpoint covers yet.
    [[nodiscard]] Result<std::int64_t> unsigned_records() const;
    /// The newest checkpoint that no receipt has named yet; empty when there is none.
    [[nodiscard]] Result<Bytes> checkpoint_to_send() const;
    /// The whole audit log.
    [[nodiscard]] Result<AuditBook> audit_book() const { return store_.audit().book(); }

private:
    using Change = std::function<Result<bool>()>;

    Outbox(OutboxPlace place, Disk& disk, const Clock& clock, Store store);

    Result<bool> change(const AuditEntry& entry, const Change& change);
    Result<bool> attempt(const AuditEntry& entry, const Change& change);
    bool give_up_reserve();
    void keep_reserve();
    Result<bool> move(const DossierId& id, DossierState from, DossierState to);
    Result<void> keep_anchor(const DossierId& id, ByteView receipt, const AuditMark& named);
    Result<void> drop_old_records();
    Result<void> lock();
    [[nodiscard]] bool fits_store(const DossierMark& mark) const;
    Result<void> shelve(const SealedDossier& sealed);
    Result<void> enter(const SealedDossier& sealed);
    void discard(const DossierId& id);
    Result<void> drop_half_written();
    Result<void> adopt_or_set_aside(const std::filesystem::path& folder);
    Result<void> adopt_all();
    Result<void> release_abandoned();
    Result<void> sweep();
    Result<void> remove_parts(const DossierId& id, DossierState from);

    [[nodiscard]] std::filesystem::path folder(std::string_view name) const {
        return place_.folder / name;
    }

    OutboxPlace place_;
    Disk* disk_;
    const Clock* clock_;
    Store store_;
    std::optional<FolderLock> adding_;
};

}  // namespace motlan
