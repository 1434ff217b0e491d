// SQLite with values instead of pointers: one connection, used under its owner's lock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

struct sqlite3;

namespace motlan::province {

/// A value that is stored: nothing, a whole number, text or bytes.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
using Row = std::vector<Cell>;

[[nodiscard]] std::int64_t number_of(const Cell& cell);
[[nodiscard]] std::string text_of(const Cell& cell);
[[nodiscard]] Bytes bytes_of(const Cell& cell);

class Database {
public:
    /// Opens or makes the file. WAL, synchronous FULL. Fails with Fault::StorageFailed.
    static Result<Database> open(const std::filesystem::path& file);

    /// Runs one statement and answers its rows. Fails with Fault::DiskFull or StorageFailed.
    Result<std::vector<Row>> run(const std::string& statement, const Row& values = {});

private:
    struct Closed {
        void operator()(sqlite3* connection) const;
    };
    explicit Database(sqlite3* connection) : connection_(connection) {}

    std::unique_ptr<sqlite3, Closed> connection_;
};

/// Undoes everything since its making unless commit() succeeded.
class Transaction {
public:
    explicit Transaction(Database& database) : database_(database) {
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
    bool open_ = false;
};

}  // namespace motlan::province
