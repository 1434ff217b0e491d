// A store with values instead of pointers: SQLite in a file, or PostgreSQL.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan::province {

/// A value that is stored: nothing, a whole number, text or bytes.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
using Row = std::vector<Cell>;

[[nodiscard]] std::int64_t number_of(const Cell& cell);
[[nodiscard]] std::string text_of(const Cell& cell);
[[nodiscard]] Bytes bytes_of(Cell cell);

/// What both kinds of store can do.
class Connection {
public:
    virtual ~Connection() = default;
    /// Runs one statement and answers its rows. Fails with Fault::DiskFull or StorageFailed.
    virtual Result<std::vector<Row>> run(const std::string& statement, const Row& values) = 0;
};

/// Opens or makes the file. WAL, synchronous FULL. Fails with Fault::StorageFailed.
[[nodiscard]] Result<std::unique_ptr<Connection>> open_sqlite(const std::string& file);

/// Opens "postgresql://…"; connects again when the server was restarted. Statements are SQLite's:
/// it says them in its own words. Fails with Fault::StorageFailed.
[[nodiscard]] Result<std::unique_ptr<Connection>> open_postgresql(const std::string& address);

/// One connection to SQLite, several to PostgreSQL. Thread-safe: a thread that has the lock has a
/// connection of its own until it unlocks; it may lock again meanwhile.
class Database {
public:
    /// Opens "postgresql://…", or the file that `place` names. Fails with Fault::StorageFailed.
    static Result<Database> open(const std::string& place);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Waits for a connection, and gives it back.
    void lock();
    void unlock();

    /// Runs one statement and answers its rows: "?" stands for the next value, "?1" for the first.
    /// Fails with Fault::DiskFull or StorageFailed.
    Result<std::vector<Row>> run(const std::string& statement, const Row& values = {});

private:
    struct Connections;
    explicit Database(std::unique_ptr<Connections> connections);

    std::unique_ptr<Connections> connections_;
};

/// Undoes everything since its making unless commit() succeeded. Has the lock as long as it lives.
class Transaction {
public:
    explicit Transaction(Database& database) : database_(database), lock_(database) {
        open_ = database_.run("BEGIN IMMEDIATE").has_value();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (!open_) return;
        [[maybe_unused]] const auto undone = database_.run("ROLLBACK");
    }

    /// False when it could not begin: then nothing may be written.
    [[nodiscard]] bool is_open() const { return open_; }

    [[nodiscard]] Result<void> commit() {
        const auto done = database_.run("COMMIT");
        if (!done) return fail(done.error());
        open_ = false;
        return {};
    }

private:
    Database& database_;
    std::lock_guard<Database> lock_;
    bool open_ = false;
};

}  // namespace motlan::province
