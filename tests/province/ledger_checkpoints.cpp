// The half of the ledger that keeps how far each kiosk's audit log has come. A history belongs to
// the device certificate that signs it: a kiosk that is enrolled anew begins anew.
#include "tests/province/ledger.h"

namespace motlan::province {

Result<Announcement> Ledger::keep_checkpoint(const CheckpointEntry& entry) {
    const std::lock_guard lock(database_);
    Transaction transaction(database_);
    if (!transaction.is_open()) return fail(Fault::StorageFailed);
    const auto newest = database_.run(
        "SELECT records, hash FROM checkpoints WHERE signer=? ORDER BY records DESC LIMIT 1",
        {entry.signer});
    if (!newest) return fail(newest.error());
    if (!newest->empty()) {
        const std::int64_t seen = number_of(newest->front()[0]);
        if (entry.count == seen && text_of(newest->front()[1]) == entry.hash)
            return Announcement::Same;
        if (entry.count <= seen) return Announcement::Other;
    }
    const auto stored = database_.run(
        "INSERT INTO checkpoints(signer, kiosk, records, hash, received, document) "
        "VALUES(?,?,?,?,?,?)",
        {entry.signer, entry.kiosk, entry.count, entry.hash, entry.received, entry.document});
    if (!stored) return fail(stored.error());
    return transaction.commit().transform([] { return Announcement::New; });
}

// Called with the lock held, while a receipt is made.
Result<std::optional<CheckpointEntry>> Ledger::newest_checkpoint(const std::string& kiosk) {
    const auto rows = database_.run(
        "SELECT signer, kiosk, records, hash, received FROM checkpoints WHERE kiosk=? "
        "ORDER BY received DESC, records DESC LIMIT 1",
        {kiosk});
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::nullopt;
    const Row& row = rows->front();
    return CheckpointEntry{.signer = text_of(row[0]),
                           .kiosk = text_of(row[1]),
                           .count = number_of(row[2]),
                           .hash = text_of(row[3]),
                           .received = text_of(row[4]),
                           .document = {}};
}

}  // namespace motlan::province
