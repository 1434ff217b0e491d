#include "kiosk/outbox/sqlite.h"

namespace motlan {
namespace {

// For every connection.
constexpr const char* kManners = R"(
    PRAGMA busy_timeout = 5000;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
)";

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file) {
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    sqlite3* library = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &library, kFlags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(library));
    if (code != SQLITE_OK) return fail(sql_fault(code));
    if (const auto set = connection->execute(kManners); !set) return fail(set.error());
    return connection;
}

Result<void> Connection::execute(const char* sql) const {
    const int code = sqlite3_exec(library_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fail(sql_fault(code));
    return {};
}

Result<bool> Connection::transact(const std::function<Result<bool>()>& change) const {
    if (const auto begun = prepare("BEGIN IMMEDIATE").step(); !begun) return fail(begun.error());
    auto changed = change();
    if (changed && *changed) {
        const auto kept = prepare("COMMIT").step();
        if (kept) return changed;
        changed = fail(kept.error());
    }
    // After some faults the library has undone everything by itself and says so here.
    static_cast<void>(sqlite3_exec(library_, "ROLLBACK", nullptr, nullptr, nullptr));
    return changed;
}

}  // namespace motlan
