// One store of SQLite and one statement in it. Private to the store's sources, the home of SQLite:
// no other header includes this one.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/core/bytes.h"
#include "kiosk/core/freed_by.h"
#include "kiosk/core/result.h"

namespace motlan {

/// The fault that a result code of the library means.
[[nodiscard]] inline Fault sql_fault(int code) {
    switch (code & 0xFF) {
        case SQLITE_FULL: return Fault::DiskFull;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return Fault::RecordDamaged;
        default: return Fault::StorageFailed;
    }
}

/// What the library made of a text of SQL, while no statement uses it.
using IdleStatement = std::unique_ptr<sqlite3_stmt, FreedBy<sqlite3_finalize>>;

/// Bound texts must outlive the statement, and the connection both. The library's work on the text
/// is kept for the next statement of that text: it costs more than running it.
class Statement {
public:
    Statement(sqlite3* connection, std::string_view sql, IdleStatement& idle)
        : statement_(idle.release(), GiveBack{&idle}) {
        if (statement_) return;
        sqlite3_stmt* made = nullptr;
        code_ = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                   SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        statement_.reset(made);
    }

    Statement& bind(std::string_view text) {
        return note(sqlite3_bind_text64(statement_.get(), ++bound_, text.data(), text.size(),
                                        SQLITE_STATIC, SQLITE_UTF8));
    }
    Statement& bind(ByteView bytes) {
        return note(sqlite3_bind_blob64(statement_.get(), ++bound_, bytes.data(), bytes.size(),
                                        SQLITE_STATIC));
    }
    Statement& bind(std::int64_t number) {
        return note(sqlite3_bind_int64(statement_.get(), ++bound_, number));
    }
    Statement& bind_null() { return note(sqlite3_bind_null(statement_.get(), ++bound_)); }

    /// Runs to the next row; false when there is none.
    Result<bool> step() {
        if (code_ == SQLITE_OK) code_ = sqlite3_step(statement_.get());
        const int code = std::exchange(code_, SQLITE_OK);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        return fail(sql_fault(code));
    }

    [[nodiscard]] std::string_view text(int column) const {
        const auto* begin = sqlite3_column_text(statement_.get(), column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
        return begin == nullptr ? std::string_view() : as_text({begin, size});
    }
    [[nodiscard]] Bytes bytes(int column) const {
        const auto* begin =
            static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
        return begin == nullptr ? Bytes() : Bytes(begin, begin + size);
    }
    [[nodiscard]] std::int64_t number(int column) const {
        return sqlite3_column_int64(statement_.get(), column);
    }

private:
    struct GiveBack {
        IdleStatement* idle;
        void operator()(sqlite3_stmt* statement) const {
            sqlite3_reset(statement);
            sqlite3_clear_bindings(statement);
            idle->reset(statement);
        }
    };
    Statement& note(int code) {
        if (code_ == SQLITE_OK) code_ = code;
        return *this;
    }

    std::unique_ptr<sqlite3_stmt, GiveBack> statement_;
    int code_ = SQLITE_OK;
    int bound_ = 0;
};

/// One open store. Used by one thread.
class Connection {
public:
    /// Opens or makes the file.
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        idle_.clear();
        sqlite3_close(library_);
    }

    [[nodiscard]] Statement prepare(std::string_view sql) const {
        const auto known = idle_.find(sql);
        if (known != idle_.end()) return {library_, sql, known->second};
        return {library_, sql, idle_[std::string(sql)]};
    }

    /// Runs statements that answer nothing.
    [[nodiscard]] Result<void> execute(const char* sql) const;

    /// Runs a change to its end; whether it changed a row.
    [[nodiscard]] Result<bool> run(Statement& change) const {
        return change.step().transform([this](bool) { return sqlite3_changes(library_) > 0; });
    }

    /// Everything that `change` does, or nothing of it; when it answers false, nothing.
    [[nodiscard]] Result<bool> transact(const std::function<Result<bool>()>& change) const;

private:
    explicit Connection(sqlite3* library) : library_(library) {}

    sqlite3* library_;
    mutable std::map<std::string, IdleStatement, std::less<>> idle_;  ///< by their text
};

}  // namespace motlan
