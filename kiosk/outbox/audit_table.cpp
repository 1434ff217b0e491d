#include "kiosk/outbox/audit_table.h"

#include "kiosk/outbox/sqlite.h"

namespace motlan {
namespace {

std::int64_t minutes(WallTime time) {
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

// Reads every row.
template <typename Read>
Result<void> each_row(Statement rows, Read read) {
    while (true) {
        const auto more = rows.step();
        if (!more) return fail(more.error());
        if (!*more) return {};
        read(rows);
    }
}

}  // namespace

// `written` only tells what is old enough to be dropped; the record's own time is in its text.
const char* const AuditTable::kMake = R"(
    CREATE TABLE IF NOT EXISTS audit (
        number INTEGER PRIMARY KEY,
        record TEXT NOT NULL,
        hash TEXT NOT NULL,
        written INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS checkpoint (
        count INTEGER PRIMARY KEY,
        document BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS anchor (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        count INTEGER NOT NULL,
        hash TEXT NOT NULL,
        receipt BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS audit_start (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        count INTEGER NOT NULL,
        hash TEXT NOT NULL) STRICT;
)";

Result<std::optional<AuditMark>> AuditTable::mark_of(std::string_view sql) const {
    auto row = connection_.prepare(sql);
    return row.step().transform([&row](bool found) {
        return found ? std::optional(AuditMark{row.number(0), std::string(row.text(1))})
                     : std::nullopt;
    });
}

Result<AuditMark> AuditTable::head() const {
    constexpr std::string_view kNewest =
        "SELECT number, hash FROM audit UNION ALL SELECT count, hash FROM audit_start "
        "ORDER BY 1 DESC LIMIT 1";
    return mark_of(kNewest).transform(
        [](const std::optional<AuditMark>& mark) { return mark.value_or(AuditMark{}); });
}

Result<AuditMark> AuditTable::start() const {
    return mark_of("SELECT count, hash FROM audit_start")
        .transform([](const std::optional<AuditMark>& mark) { return mark.value_or(AuditMark{}); });
}

Result<std::optional<AuditMark>> AuditTable::mark_at(std::int64_t count) const {
    auto row = connection_.prepare(
        "SELECT number, hash FROM audit WHERE number = ?1 "
        "UNION ALL SELECT count, hash FROM audit_start WHERE count = ?1");
    row.bind(count);
    return row.step().transform([&row](bool found) {
        return found ? std::optional(AuditMark{row.number(0), std::string(row.text(1))})
                     : std::nullopt;
    });
}

Result<void> AuditTable::append(const AuditEntry& entry, const AuditAuthor& author,
                                const Clock& clock) {
    const auto last = head();
    if (!last) return fail(last.error());
    const AuditRecord record = next_record(*last, entry, author, clock);
    auto change = connection_.prepare(
        "INSERT INTO audit (number, record, hash, written) VALUES (?, ?, ?, ?)");
    change.bind(record.number).bind(record.text).bind(record.hash).bind(minutes(clock.wall()));
    return connection_.run(change).transform([](bool) {});
}

Result<bool> AuditTable::keep_checkpoint(std::int64_t count, ByteView document) {
    auto change = connection_.prepare(
        "INSERT INTO checkpoint (count, document) VALUES (?, ?) ON CONFLICT DO NOTHING");
    change.bind(count).bind(document);
    return connection_.run(change);
}

Result<std::int64_t> AuditTable::checkpoint_count() const {
    auto row = connection_.prepare("SELECT coalesce(max(count), 0) FROM checkpoint");
    return row.step().transform([&row](bool) { return row.number(0); });
}

Result<Bytes> AuditTable::unanchored_checkpoint() const {
    auto row = connection_.prepare(
        "SELECT document FROM checkpoint WHERE count > (SELECT coalesce(max(count), 0) FROM "
        "anchor) "
        "ORDER BY count DESC LIMIT 1");
    return row.step().transform([&row](bool found) { return found ? row.bytes(0) : Bytes(); });
}

Result<void> AuditTable::keep_anchor(const AuditMark& mark, ByteView receipt) {
    auto change = connection_.prepare(
        "INSERT INTO anchor (only, count, hash, receipt) VALUES (1, ?, ?, ?) ON CONFLICT (only) "
        "DO UPDATE SET count = excluded.count, hash = excluded.hash, receipt = excluded.receipt "
        "WHERE excluded.count > count");
    change.bind(mark.count).bind(mark.hash).bind(receipt);
    return connection_.run(change).transform([](bool) {});
}

Result<std::optional<AuditMark>> AuditTable::drop_before(WallTime before) {
    auto row = connection_.prepare(
        "SELECT number, hash FROM audit WHERE number <= (SELECT max(count) FROM anchor) AND number "
        "< (SELECT coalesce(min(number), 1 << 62) FROM audit WHERE written >= ?) "
        "ORDER BY number DESC LIMIT 1");
    row.bind(minutes(before));
    const auto found = row.step();
    if (!found) return fail(found.error());
    if (!*found) return std::nullopt;
    AuditMark mark{row.number(0), std::string(row.text(1))};
    auto start = connection_.prepare(
        "INSERT OR REPLACE INTO audit_start (only, count, hash) VALUES (1, ?, ?)");
    start.bind(mark.count).bind(mark.hash);
    auto records = connection_.prepare("DELETE FROM audit WHERE number <= ?");
    records.bind(mark.count);
    auto checkpoints = connection_.prepare("DELETE FROM checkpoint WHERE count < ?");
    checkpoints.bind(mark.count);
    for (Statement* change : {&start, &records, &checkpoints}) {
        if (const auto changed = connection_.run(*change); !changed) return fail(changed.error());
    }
    return mark;
}

// Under the lock of those who write: a checkpoint must not be newer than the records.
Result<AuditBook> AuditTable::book() const {
    AuditBook book;
    const auto read = connection_.transact([&]() -> Result<bool> {
        if (const auto filled = fill(book); !filled) return fail(filled.error());
        return false;
    });
    if (!read) return fail(read.error());
    return book;
}

Result<void> AuditTable::fill(AuditBook& book) const {
    const auto begin = start();
    if (!begin) return fail(begin.error());
    book.start = *begin;
    auto read = each_row(connection_.prepare("SELECT number, record, hash FROM audit ORDER BY 1"),
                         [&book](const Statement& row) {
                             book.records.push_back({row.number(0), std::string(row.text(1)),
                                                     std::string(row.text(2))});
                         });
    if (!read) return read;
    read = each_row(connection_.prepare("SELECT count, document FROM checkpoint ORDER BY 1"),
                    [&book](const Statement& row) {
                        book.checkpoints.emplace_back(row.number(0), row.bytes(1));
                    });
    if (!read) return read;
    return each_row(connection_.prepare("SELECT receipt FROM dossier WHERE receipt IS NOT NULL "
                                        "UNION SELECT receipt FROM anchor"),
                    [&book](const Statement& row) { book.receipts.push_back(row.bytes(0)); });
}

}  // namespace motlan
