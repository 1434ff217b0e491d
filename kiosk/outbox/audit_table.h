// The audit log's tables, beside the dossiers' rows in the same store, so that a dossier and its
// record are one transaction. Private to the outbox; used by one thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/outbox/audit_record.h"

namespace motlan {

class Connection;

/// The whole log as it is stored, for those who verify it.
struct AuditBook {
    AuditMark start;                   ///< what was dropped before the first record
    std::vector<AuditRecord> records;  ///< in order
    std::vector<std::pair<std::int64_t, Bytes>> checkpoints;  ///< signed, by count
    std::vector<Bytes> receipts;  ///< the province's, which name checkpoints
};

/// Everything fails with Fault::DiskFull, StorageFailed or RecordDamaged.
class AuditTable {
public:
    /// What Store::open runs to make the tables.
    static const char* const kMake;

    explicit AuditTable(Connection& connection) : connection_(connection) {}

    /// Appends; only within a transaction.
    Result<void> append(const AuditEntry& entry, const AuditAuthor& author, const Clock& clock);
    /// How far the log has come.
    [[nodiscard]] Result<AuditMark> head() const;
    /// Where it begins: what was dropped.
    [[nodiscard]] Result<AuditMark> start() const;
    /// The hash after that many records; nothing when they are not known.
    [[nodiscard]] Result<std::optional<AuditMark>> mark_at(std::int64_t count) const;

    /// A signed checkpoint of that many records; false when there is one already.
    Result<bool> keep_checkpoint(std::int64_t count, ByteView document);
    /// How many records the newest checkpoint covers; 0 when there is none.
    [[nodiscard]] Result<std::int64_t> checkpoint_count() const;
    /// The newest checkpoint that no receipt has named yet; empty when there is none.
    [[nodiscard]] Result<Bytes> unanchored_checkpoint() const;

    /// The newest checkpoint that a receipt has named, and that receipt.
    Result<void> keep_anchor(const AuditMark& mark, ByteView receipt);

    /// Drops the records that are both before the anchor and before that moment; how far.
    Result<std::optional<AuditMark>> drop_before(WallTime before);

    [[nodiscard]] Result<AuditBook> book() const;

private:
    [[nodiscard]] Result<std::optional<AuditMark>> mark_of(std::string_view sql) const;
    Result<void> fill(AuditBook& book) const;

    Connection& connection_;
};

}  // namespace motlan
