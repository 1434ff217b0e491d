// The outbox in SQLite: write-ahead log, every commit on the disk before it is
// believed (synchronous=FULL), what is deleted overwritten and its room used again. Each change and
// its audit record are one transaction, so two processes cannot mix theirs.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "kiosk/outbox/audit_table.h"
#include "kiosk/outbox/record.h"
#include "kiosk/outbox/sealed_table.h"

namespace motlan {

/// Used by one thread. Everything fails with Fault::DiskFull, StorageFailed or RecordDamaged.
class Store {
public:
    static Result<Store> open(const std::filesystem::path& file);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Everything that `change` does, or nothing of it; when it answers false, nothing.
    Result<bool> transact(const std::function<Result<bool>()>& change);

    /// The audit log in the same store; lives as long as this.
    [[nodiscard]] AuditTable audit() const { return AuditTable(*connection_); }
    /// The small dossiers in the same store; lives as long as this.
    [[nodiscard]] SealedTable sealed() const { return SealedTable(*connection_); }

    /// Enters a new dossier: the commit point is the end of its transaction.
    Result<void> insert(const DossierRecord& record);

    /// Commits no change. A commit whose sync failed may still be read after a restart; when this
    /// succeeds, it will not.
    Result<void> commit_again();

    /// Moves a dossier on; false when it does not stand at `from`.
    Result<bool> advance(const DossierId& id, DossierState from, DossierState to, WallTime now);

    /// A held dossier that nobody confirmed may be sent under its other label.
    Result<bool> release_unconfirmed(const DossierId& id, std::string_view label, WallTime now);

    /// Stores the verified receipt and moves to `to`; false when there is one already.
    Result<bool> keep_receipt(const DossierId& id, DossierState to, ByteView receipt, WallTime now);

    /// False when it was parked for that reason already.
    Result<bool> park(const DossierId& id, std::optional<Fault> reason);
    /// False when none was parked.
    Result<bool> unpark_all();

    [[nodiscard]] Result<std::optional<DossierRecord>> find(const DossierId& id) const;
    /// Oldest first; only those in the state, if one is given. Without rows that make no sense.
    [[nodiscard]] Result<std::vector<DossierRecord>> list(
        std::optional<DossierState> state = {}) const;
    /// Those rows: the id, or "row N" where that makes no sense either.
    [[nodiscard]] Result<std::vector<std::string>> unreadable() const;
    /// The stored receipt; empty when there is none.
    [[nodiscard]] Result<Bytes> receipt(const DossierId& id) const;

    /// Drops tombstones that were purged before that moment.
    Result<void> drop_tombstones(WallTime before);

private:
    explicit Store(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> connection_;
};

}  // namespace motlan
