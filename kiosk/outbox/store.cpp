#include "kiosk/outbox/store.h"

#include <format>

#include "kiosk/core/json.h"
#include "kiosk/outbox/sqlite.h"

namespace motlan {

namespace {

constexpr std::string_view kColumns =
    "id, kiosk, label, parts, state, confirmed, parked, entered, changed, number";

constexpr const char* kMakeDossiers = R"(
    CREATE TABLE IF NOT EXISTS dossier (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kiosk TEXT NOT NULL,
        label TEXT NOT NULL,
        parts TEXT NOT NULL,
        state TEXT NOT NULL,
        confirmed INTEGER NOT NULL,
        parked TEXT,
        entered INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        receipt BLOB) STRICT;
)";
// Version 1 had no audit log. Version 3 is one that keeps, or has kept, a dossier in the table
// `sealed`: until then a kiosk that runs on through an upgrade can still use what its link has
// opened already.
constexpr std::int64_t kVersion = 3;

Result<std::int64_t> number_of(const Connection& connection, std::string_view sql) {
    auto row = connection.prepare(sql);
    return row.step().transform([&row](bool) { return row.number(0); });
}

// Once for a store; one transaction behind the switch to the write-ahead log.
Result<void> make_tables(Connection& connection) {
    if (const auto wal = connection.execute("PRAGMA journal_mode = WAL"); !wal) return wal;
    const auto made = connection.transact([&connection]() -> Result<bool> {
        for (const char* table :
             {kMakeDossiers, AuditTable::kMake, SealedTable::kMake, "PRAGMA user_version = 2"}) {
            if (const auto done = connection.execute(table); !done) return fail(done.error());
        }
        return true;
    });
    return made.transform([](bool) {});
}

std::int64_t minutes(WallTime time) {
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

WallTime from_minutes(std::int64_t count) { return WallTime(std::chrono::minutes(count)); }

Result<DossierRecord> record_of(const Statement& row) {
    const auto id = parse_dossier_id(row.text(0));
    const auto parts = parse_json(row.text(3)).and_then(parse_part_marks);
    const auto state = dossier_state_of(row.text(4));
    if (!id || !parts || !state) return fail(Fault::RecordDamaged);
    return DossierRecord{
        .mark = {*id, std::string(row.text(1)), std::string(row.text(2)), *parts},
        .state = *state,
        .confirmation = row.number(5) != 0 ? Confirmation::Confirmed : Confirmation::Unconfirmed,
        .parked = fault_of(row.text(6)),
        .entered = from_minutes(row.number(7)),
        .changed = from_minutes(row.number(8))};
}

std::string name_of_unreadable(const Statement& row) {
    const auto id = parse_dossier_id(row.text(0));
    return id ? id->value() : std::format("row {}", row.number(9));
}

Result<void> for_each(Statement& rows, const std::function<void(const Statement&)>& act) {
    while (true) {
        const auto more = rows.step();
        if (!more) return fail(more.error());
        if (!*more) return {};
        act(rows);
    }
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file) {
    auto connection = Connection::open(file);
    if (!connection) return fail(connection.error());
    const auto version = number_of(**connection, "PRAGMA user_version");
    if (!version) return fail(version.error());
    if (*version < 0 || *version > kVersion) return fail(Fault::RecordDamaged);
    const auto tables =
        number_of(**connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'sealed'");
    if (!tables) return fail(tables.error());
    if (*tables == 0) {
        if (const auto made = make_tables(**connection); !made) return fail(made.error());
    }
    return Store(*std::move(connection));
}

Result<bool> Store::transact(const std::function<Result<bool>()>& change) {
    return connection_->transact(change);
}

Result<void> Store::insert(const DossierRecord& record) {
    const std::string parts = to_json(to_tree(record.mark.parts));
    auto change = connection_->prepare(
        "INSERT INTO dossier (id, kiosk, label, parts, state, confirmed, entered, changed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    change.bind(record.mark.dossier.value()).bind(record.mark.kiosk).bind(record.mark.label);
    change.bind(parts).bind(to_text(record.state));
    change.bind(std::int64_t{record.confirmation == Confirmation::Confirmed});
    change.bind(minutes(record.entered)).bind(minutes(record.changed));
    return connection_->run(change).transform([](bool) {});
}

Result<void> Store::commit_again() {
    // Writes a page in any case, over what the failed commit left in the log.
    return connection_->execute("PRAGMA application_id = 0");
}

Result<bool> Store::advance(const DossierId& id, DossierState from, DossierState to, WallTime now) {
    auto change = connection_->prepare(
        "UPDATE dossier SET state = ?, changed = ?, parked = NULL WHERE id = ? AND state = ?");
    change.bind(to_text(to)).bind(minutes(now)).bind(id.value()).bind(to_text(from));
    return connection_->run(change);
}

Result<bool> Store::release_unconfirmed(const DossierId& id, std::string_view label, WallTime now) {
    auto change = connection_->prepare(
        "UPDATE dossier SET state = 'released', confirmed = 0, label = ?, changed = ? "
        "WHERE id = ? AND state = 'held'");
    change.bind(label).bind(minutes(now)).bind(id.value());
    return connection_->run(change);
}

Result<bool> Store::keep_receipt(const DossierId& id, DossierState to, ByteView receipt,
                                 WallTime now) {
    auto change = connection_->prepare(
        "UPDATE dossier SET state = ?, receipt = ?, changed = ?, parked = NULL "
        "WHERE id = ? AND state IN ('released', 'uploaded') AND receipt IS NULL");
    change.bind(to_text(to)).bind(receipt).bind(minutes(now)).bind(id.value());
    return connection_->run(change);
}

Result<bool> Store::park(const DossierId& id, std::optional<Fault> reason) {
    auto change = connection_->prepare(
        "UPDATE dossier SET parked = ?1 WHERE id = ?2 AND parked IS NOT ?1 "
        "AND state NOT IN ('acknowledged', 'purged')");
    if (reason) change.bind(code(*reason));
    if (!reason) change.bind_null();
    change.bind(id.value());
    return connection_->run(change);
}

Result<bool> Store::unpark_all() {
    auto change = connection_->prepare("UPDATE dossier SET parked = NULL WHERE parked IS NOT NULL");
    return connection_->run(change);
}

Result<std::optional<DossierRecord>> Store::find(const DossierId& id) const {
    const std::string sql = "SELECT " + std::string(kColumns) + " FROM dossier WHERE id = ?";
    auto rows = connection_->prepare(sql);
    rows.bind(id.value());
    const auto found = rows.step();
    if (!found) return fail(found.error());
    if (!*found) return std::nullopt;
    return record_of(rows).transform(
        [](DossierRecord record) { return std::optional(std::move(record)); });
}

Result<std::vector<DossierRecord>> Store::list(std::optional<DossierState> state) const {
    const std::string sql = "SELECT " + std::string(kColumns) +
                            " FROM dossier WHERE state = ?1 OR ?1 = '' ORDER BY number";
    auto rows = connection_->prepare(sql);
    rows.bind(state ? to_text(*state) : std::string_view(""));
    std::vector<DossierRecord> records;
    const auto read = for_each(rows, [&records](const Statement& row) {
        if (auto record = record_of(row)) records.push_back(*std::move(record));
    });
    return read.transform([&records] { return std::move(records); });
}

Result<std::vector<std::string>> Store::unreadable() const {
    const std::string sql = "SELECT " + std::string(kColumns) + " FROM dossier ORDER BY number";
    auto rows = connection_->prepare(sql);
    std::vector<std::string> names;
    const auto read = for_each(rows, [&names](const Statement& row) {
        if (!record_of(row)) names.push_back(name_of_unreadable(row));
    });
    return read.transform([&names] { return std::move(names); });
}

Result<Bytes> Store::receipt(const DossierId& id) const {
    auto row = connection_->prepare("SELECT receipt FROM dossier WHERE id = ?");
    row.bind(id.value());
    return row.step().transform([&row](bool found) { return found ? row.bytes(0) : Bytes(); });
}

Result<void> Store::drop_tombstones(WallTime before) {
    auto change =
        connection_->prepare("DELETE FROM dossier WHERE state = 'purged' AND changed < ?");
    change.bind(minutes(before));
    return connection_->run(change).transform([](bool) {});
}

}  // namespace motlan
