// The half of the ledger that takes parts in. Bytes are stored in the request's own transaction
// with the offset, so that the offset told to a kiosk is always what the disk holds.
#include <utility>

#include "tests/province/ledger.h"

namespace motlan::province {
namespace {

constexpr const char* kUploads =
    "SELECT upload, dossier, part, sha256, size, \"offset\", complete FROM parts WHERE ";

Upload to_upload(const Row& row) {
    return {.id = text_of(row[0]),
            .dossier = text_of(row[1]),
            .part = static_cast<int>(number_of(row[2])),
            .expected = {.sha256 = text_of(row[3]), .size = number_of(row[4])},
            .offset = number_of(row[5]),
            .complete = number_of(row[6]) != 0};
}

}  // namespace

Result<Upload> Ledger::open_upload(const std::string& dossier, int part, const std::string& fresh) {
    const std::lock_guard lock(database_);
    const auto made =
        database_.run("UPDATE parts SET upload=? WHERE dossier=? AND part=? AND upload IS NULL",
                      {fresh, dossier, std::int64_t{part}});
    if (!made) return fail(made.error());
    const auto rows = database_.run(std::string(kUploads) + "dossier=? AND part=?",
                                    {dossier, std::int64_t{part}});
    if (!rows) return fail(rows.error());
    if (rows->empty()) return fail(Fault::StorageFailed);
    return to_upload(rows->front());
}

Result<std::optional<Upload>> Ledger::find_upload(const std::string& id, const std::string& kiosk) {
    const std::lock_guard lock(database_);
    const auto rows = database_.run(
        std::string(kUploads) + "upload=? AND dossier IN (SELECT id FROM dossiers WHERE kiosk=?)",
        {id, kiosk});
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::nullopt;
    return to_upload(rows->front());
}

// The offset is compared again here: two requests may have seen the same one.
Result<void> Ledger::append(const Upload& upload, ByteView bytes, bool last) {
    const std::lock_guard lock(database_);
    Transaction transaction(database_);
    if (!transaction.is_open()) return fail(Fault::StorageFailed);
    const auto moved = database_.run(
        "UPDATE parts SET \"offset\"=\"offset\"+?, complete=? WHERE upload=? AND \"offset\"=? "
        "RETURNING part",
        {std::ssize(bytes), std::int64_t{last ? 1 : 0}, upload.id, upload.offset});
    if (!moved) return fail(moved.error());
    if (moved->empty()) return fail(Fault::RecordDamaged);
    if (!bytes.empty()) {
        const auto stored =
            database_.run("INSERT INTO chunks VALUES(?,?,?)",
                          {upload.id, upload.offset, Bytes(bytes.begin(), bytes.end())});
        if (!stored) return fail(stored.error());
    }
    return transaction.commit();
}

Result<void> Ledger::forget(const Upload& upload) {
    const std::lock_guard lock(database_);
    Transaction transaction(database_);
    if (!transaction.is_open()) return fail(Fault::StorageFailed);
    const auto part = database_.run(
        "UPDATE parts SET upload=NULL, \"offset\"=0, complete=0 WHERE upload=?", {upload.id});
    const auto chunks = database_.run("DELETE FROM chunks WHERE upload=?", {upload.id});
    if (!part || !chunks) return fail(Fault::StorageFailed);
    return transaction.commit();
}

Result<std::vector<int>> Ledger::missing_parts(const std::string& dossier) {
    const std::lock_guard lock(database_);
    const auto rows = database_.run(
        "SELECT part FROM parts WHERE dossier=? AND complete=0 ORDER BY part", {dossier});
    if (!rows) return fail(rows.error());
    std::vector<int> missing;
    for (const Row& row : *rows) missing.push_back(static_cast<int>(number_of(row[0])));
    return missing;
}

Result<Bytes> Ledger::part(const std::string& dossier, int part) {
    const std::lock_guard lock(database_);
    auto rows = database_.run(
        "SELECT bytes FROM chunks WHERE upload=(SELECT upload FROM parts WHERE dossier=? AND "
        "part=?) "
        "ORDER BY start",
        {dossier, std::int64_t{part}});
    if (!rows) return fail(rows.error());
    Bytes whole;
    for (Row& row : *rows) {
        const Bytes chunk = bytes_of(std::move(row[0]));
        whole.insert(whole.end(), chunk.begin(), chunk.end());
    }
    return whole;
}

}  // namespace motlan::province
