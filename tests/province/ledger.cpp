#include "tests/province/ledger.h"

#include <algorithm>
#include <utility>

#include "kiosk/core/file.h"
#include "tests/province/authority.h"

namespace motlan::province {
namespace {

constexpr std::size_t kLongestAddress = 4096;

constexpr const char* kTables[] = {
    "CREATE TABLE IF NOT EXISTS dossiers (id TEXT PRIMARY KEY, kiosk TEXT NOT NULL, "
    "label_sha256 TEXT NOT NULL, label BLOB NOT NULL, announced TEXT NOT NULL, sequence INTEGER "
    "UNIQUE, day TEXT, "
    "code TEXT UNIQUE, reason TEXT, time TEXT, due TEXT, receipt BLOB) STRICT",
    "CREATE TABLE IF NOT EXISTS parts (dossier TEXT NOT NULL REFERENCES dossiers(id), "
    "part INTEGER NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, upload TEXT UNIQUE, "
    "\"offset\" INTEGER NOT NULL DEFAULT 0, complete INTEGER NOT NULL DEFAULT 0, "
    "PRIMARY KEY (dossier, part)) STRICT",
    "CREATE TABLE IF NOT EXISTS chunks (upload TEXT NOT NULL, start INTEGER NOT NULL, "
    "bytes BLOB NOT NULL, PRIMARY KEY (upload, start)) STRICT",
    "CREATE TABLE IF NOT EXISTS turns (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS bundles (version INTEGER PRIMARY KEY, issued INTEGER NOT NULL, "
    "document BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS filings (dossier TEXT PRIMARY KEY REFERENCES dossiers(id), "
    "citizen TEXT NOT NULL, procedure TEXT NOT NULL) STRICT",
    "CREATE INDEX IF NOT EXISTS filings_of_citizen ON filings (citizen)",
    "CREATE TABLE IF NOT EXISTS events (dossier TEXT NOT NULL REFERENCES dossiers(id), "
    "sequence INTEGER NOT NULL, status INTEGER NOT NULL, time TEXT NOT NULL, due TEXT, "
    "document BLOB NOT NULL, PRIMARY KEY (dossier, sequence)) STRICT",
    "CREATE TABLE IF NOT EXISTS fees (dossier TEXT PRIMARY KEY REFERENCES dossiers(id), "
    "dong INTEGER NOT NULL, paid INTEGER NOT NULL, payload TEXT NOT NULL, expires TEXT NOT NULL) "
    "STRICT",
    "CREATE TABLE IF NOT EXISTS trials (id TEXT PRIMARY KEY, kiosk TEXT NOT NULL, "
    "payload TEXT NOT NULL, made INTEGER NOT NULL, state TEXT NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS opinions (dossier TEXT PRIMARY KEY REFERENCES dossiers(id), "
    "kind TEXT NOT NULL, form TEXT NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS checkpoints (signer TEXT NOT NULL, kiosk TEXT NOT NULL, "
    "records INTEGER NOT NULL, hash TEXT NOT NULL, received TEXT NOT NULL, "
    "document BLOB NOT NULL, PRIMARY KEY (signer, records)) STRICT"};

// An empty text is stored as nothing, so that UNIQUE holds for codes only.
Cell cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

LedgerEntry to_entry(const Row& row) {
    return {.dossier = text_of(row[0]),
            .kiosk = text_of(row[1]),
            .label_sha256 = text_of(row[2]),
            .announced = text_of(row[9]),
            .sequence = number_of(row[3]),
            .code = text_of(row[4]),
            .reason = text_of(row[5]),
            .time = text_of(row[6]),
            .due = text_of(row[7]),
            .parts = {},
            .receipt = bytes_of(row[8]),
            .token = {},
            .filing = {}};
}

template <typename T>
std::optional<T> first_of(std::vector<T> found) {
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace

std::string Ledger::place_in(const std::filesystem::path& folder) {
    return read_text(folder / "database", kLongestAddress).value_or(folder / "ledger.db");
}

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& place) {
    auto database = Database::open(place);
    if (!database) return fail(database.error());
    for (const char* table : kTables) {
        if (const auto made = database->run(table); !made) return fail(made.error());
    }
    return std::unique_ptr<Ledger>(new Ledger(*std::move(database)));
}

Result<Announcement> Ledger::announce(const Label& label, const std::string& time) {
    const std::lock_guard lock(database_);
    const std::string hash = sha256(label.document);
    const auto known =
        database_.run("SELECT label_sha256, kiosk FROM dossiers WHERE id=?", {label.dossier});
    if (!known) return fail(known.error());
    if (!known->empty()) {
        const bool same =
            text_of(known->front()[0]) == hash && text_of(known->front()[1]) == label.kiosk;
        return same ? Announcement::Same : Announcement::Other;
    }
    Transaction transaction(database_);
    if (!transaction.is_open()) return fail(Fault::StorageFailed);
    auto stored = database_.run(
        "INSERT INTO dossiers(id, kiosk, label_sha256, label, announced) VALUES(?,?,?,?,?)",
        {label.dossier, label.kiosk, hash, label.document, time});
    for (std::int64_t n = 0; stored && n < std::ssize(label.parts); ++n) {
        const LabelPart& part = label.parts[static_cast<std::size_t>(n)];
        stored = database_.run("INSERT INTO parts(dossier, part, sha256, size) VALUES(?,?,?,?)",
                               {label.dossier, n, part.sha256, part.size});
    }
    if (!stored) return fail(stored.error());
    return transaction.commit().transform([] { return Announcement::New; });
}

Result<std::vector<LabelPart>> Ledger::parts_of(const std::string& dossier) {
    const auto rows =
        database_.run("SELECT sha256, size FROM parts WHERE dossier=? ORDER BY part", {dossier});
    if (!rows) return fail(rows.error());
    std::vector<LabelPart> parts;
    for (const Row& row : *rows)
        parts.push_back({.sha256 = text_of(row[0]), .size = number_of(row[1])});
    return parts;
}

Result<std::vector<LedgerEntry>> Ledger::entries(const std::string& condition, const Row& values) {
    const auto rows = database_.run(
        "SELECT id, kiosk, label_sha256, sequence, code, reason, time, due, receipt, announced "
        "FROM dossiers WHERE " +
            condition + " ORDER BY sequence",
        values);
    if (!rows) return fail(rows.error());
    std::vector<LedgerEntry> found;
    for (const Row& row : *rows) {
        LedgerEntry entry = to_entry(row);
        auto parts = parts_of(entry.dossier);
        if (!parts) return fail(parts.error());
        entry.parts = *std::move(parts);
        found.push_back(std::move(entry));
    }
    return found;
}

Result<std::optional<LedgerEntry>> Ledger::find(const std::string& dossier,
                                                const std::string& kiosk) {
    const std::lock_guard lock(database_);
    return entries("id=? AND kiosk=?", {dossier, kiosk}).transform(first_of<LedgerEntry>);
}

Result<std::optional<LedgerEntry>> Ledger::look_up(const std::string& id_or_code) {
    const std::lock_guard lock(database_);
    return entries("id=?1 OR code=?1", {id_or_code}).transform(first_of<LedgerEntry>);
}

Result<std::vector<LedgerEntry>> Ledger::received() {
    const std::lock_guard lock(database_);
    return entries("sequence IS NOT NULL", {});
}

Result<LedgerEntry> Ledger::settle(const std::string& dossier, const std::string& day,
                                   const Make& make) {
    const std::lock_guard lock(database_);
    Transaction transaction(database_);
    // Whoever settles a dossier waits here for whoever does so at this moment: a place is for one.
    const bool has_turn =
        transaction.is_open() &&
        database_.run(
            "INSERT INTO turns VALUES('settle', 1) ON CONFLICT (name) DO UPDATE SET "
            "number=turns.number+1");
    if (!has_turn) return fail(Fault::StorageFailed);
    auto found = entries("id=?", {dossier}).transform(first_of<LedgerEntry>);
    const auto next = database_.run(
        "SELECT coalesce(max(sequence), 0) + 1, count(*) FILTER (WHERE day=? AND code IS NOT NULL) "
        "+ 1 "
        "FROM dossiers",
        {day});
    if (!found || !*found || !next) return fail(Fault::StorageFailed);
    if ((*found)->is_complete()) return **std::move(found);
    auto checkpoint = newest_checkpoint((*found)->kiosk);
    if (!checkpoint) return fail(checkpoint.error());
    (*found)->checkpoint = *std::move(checkpoint);
    const Row& row = next->front();
    auto entry = make(**found, {.sequence = number_of(row[0]),
                                .serial_of_day = static_cast<int>(number_of(row[1]))});
    if (!entry) return entry;
    const auto stored = database_.run(
        "UPDATE dossiers SET sequence=?, day=?, code=?, reason=?, time=?, due=?, receipt=? WHERE "
        "id=?",
        {entry->sequence, day, cell(entry->code), cell(entry->reason), entry->time,
         cell(entry->due), entry->receipt, dossier});
    if (!stored) return fail(stored.error());
    if (const auto filed = store_filing(*entry); !filed) return fail(filed.error());
    if (const auto committed = transaction.commit(); !committed) return fail(committed.error());
    return entry;
}

Result<PublishedBundle> Ledger::bundle(
    WallTime not_before, WallTime now,
    const std::function<Result<Bytes>(std::int64_t version)>& make) {
    const std::lock_guard lock(database_);
    const auto rows = database_.run(
        "SELECT version, issued, document FROM bundles ORDER BY version DESC LIMIT 1");
    if (!rows) return fail(rows.error());
    PublishedBundle newest;
    if (!rows->empty()) {
        newest = {.version = number_of(rows->front()[0]), .document = bytes_of(rows->front()[2])};
        const WallTime issued{std::chrono::milliseconds(number_of(rows->front()[1]))};
        if (issued >= not_before) return newest;
    }
    ++newest.version;
    auto made = make(newest.version);
    if (!made) return fail(made.error());
    newest.document = *std::move(made);
    const std::int64_t issued = now.time_since_epoch().count();
    const auto stored = database_.run("INSERT INTO bundles VALUES(?,?,?)",
                                      {newest.version, issued, newest.document});
    if (!stored) return fail(stored.error());
    return newest;
}

}  // namespace motlan::province
