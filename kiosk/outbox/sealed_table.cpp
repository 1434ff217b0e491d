#include "kiosk/outbox/sealed_table.h"

#include "kiosk/outbox/sqlite.h"

namespace motlan {

const char* const SealedTable::kMake = R"(
    CREATE TABLE IF NOT EXISTS sealed (
        dossier TEXT NOT NULL,
        name TEXT NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (dossier, name)) STRICT;
)";

Result<void> SealedTable::keep(std::string_view dossier, std::span<const SealedFile> files) {
    for (const SealedFile& file : files) {
        auto change =
            connection_.prepare("INSERT INTO sealed (dossier, name, bytes) VALUES (?, ?, ?)");
        change.bind(dossier).bind(file.name).bind(file.bytes);
        if (const auto kept = connection_.run(change); !kept) return fail(kept.error());
    }
    // A program that does not know this table must no longer believe that it knows the store.
    return connection_.execute("PRAGMA user_version = 3");
}

Result<void> SealedTable::drop(std::string_view dossier) {
    auto change = connection_.prepare("DELETE FROM sealed WHERE dossier = ?");
    change.bind(dossier);
    return connection_.run(change).transform([](bool) {});
}

Result<std::optional<Bytes>> SealedTable::piece(std::string_view dossier, std::string_view name,
                                                std::int64_t offset, std::size_t size) const {
    auto row = connection_.prepare(
        "SELECT substr(bytes, ?, ?) FROM sealed WHERE dossier = ? AND name = ?");
    row.bind(offset + 1).bind(static_cast<std::int64_t>(size)).bind(dossier).bind(name);
    return row.step().transform(
        [&row](bool found) { return found ? std::optional(row.bytes(0)) : std::nullopt; });
}

Result<std::int64_t> SealedTable::used() const {
    auto row = connection_.prepare(
        "SELECT (page_count - freelist_count) * page_size "
        "FROM pragma_page_count, pragma_freelist_count, pragma_page_size");
    return row.step().transform([&row](bool) { return row.number(0); });
}

}  // namespace motlan
