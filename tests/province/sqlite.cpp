// The connection to SQLite.
#include <sqlite3.h>

#include <cstddef>

#include "tests/province/database.h"

namespace motlan::province {
namespace {

struct Finalized {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct Closed {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};

Fault fault_of(int code) { return code == SQLITE_FULL ? Fault::DiskFull : Fault::StorageFailed; }

int bind(sqlite3_stmt* statement, int index, const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return sqlite3_bind_int64(statement, index, *number);
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return sqlite3_bind_text64(statement, index, text->c_str(), text->size(), nullptr,
                                   SQLITE_UTF8);
    }
    if (const auto* bytes = std::get_if<Bytes>(&cell)) {
        // No bytes are not nothing, though their address is.
        if (bytes->empty()) return sqlite3_bind_zeroblob(statement, index, 0);
        return sqlite3_bind_blob64(statement, index, bytes->data(), bytes->size(), nullptr);
    }
    return sqlite3_bind_null(statement, index);
}

Cell read(sqlite3_stmt* statement, int column) {
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_TEXT: {
            const auto* text = sqlite3_column_text(statement, column);
            return std::string(as_text({text, size}));
        }
        case SQLITE_BLOB: {
            const auto* start =
                static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, column));
            return Bytes(start, start + size);
        }
        default: return std::monostate{};
    }
}

class Sqlite final : public Connection {
public:
    explicit Sqlite(sqlite3* connection) : connection_(connection) {}

    Result<std::vector<Row>> run(const std::string& statement, const Row& values) override;

private:
    std::unique_ptr<sqlite3, Closed> connection_;
};

Result<std::vector<Row>> Sqlite::run(const std::string& statement, const Row& values) {
    sqlite3_stmt* prepared = nullptr;
    const int code =
        sqlite3_prepare_v2(connection_.get(), statement.c_str(), -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalized> owner(prepared);
    if (code != SQLITE_OK) return fail(fault_of(code));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (bind(prepared, static_cast<int>(i) + 1, values[i]) != SQLITE_OK)
            return fail(Fault::StorageFailed);
    }
    std::vector<Row> rows;
    int step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared)) {
        Row& row = rows.emplace_back();
        for (int i = 0; i < sqlite3_column_count(prepared); ++i) row.push_back(read(prepared, i));
    }
    if (step != SQLITE_DONE) return fail(fault_of(step));
    return rows;
}

}  // namespace

Result<std::unique_ptr<Connection>> open_sqlite(const std::string& file) {
    sqlite3* connection = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &connection,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    auto sqlite = std::make_unique<Sqlite>(connection);
    if (opened != SQLITE_OK) return fail(fault_of(opened));
    sqlite3_busy_timeout(connection, 5000);
    for (const char* setting : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                                "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON"}) {
        if (const auto set = sqlite->run(setting, {}); !set) return fail(set.error());
    }
    return sqlite;
}

}  // namespace motlan::province
