#include "tests/support/kept_file.h"

#include <sqlite3.h>

#include <format>

#include "kiosk/core/expects.h"
#include "kiosk/core/file.h"

namespace motlan::testing {
namespace {

namespace fs = std::filesystem;

/// Runs one statement, in which ? stands for those bytes; the first row's first value.
Bytes ask(const fs::path& outbox, const std::string& sql, ByteView bytes = {}) {
    sqlite3* store = nullptr;
    sqlite3_stmt* row = nullptr;
    expects(sqlite3_open((outbox / "outbox.db").c_str(), &store) == SQLITE_OK);
    sqlite3_busy_timeout(store, 5000);
    expects(sqlite3_prepare_v2(store, sql.c_str(), -1, &row, nullptr) == SQLITE_OK);
    if (!bytes.empty()) sqlite3_bind_blob64(row, 1, bytes.data(), bytes.size(), SQLITE_STATIC);
    const int code = sqlite3_step(row);
    expects(code == SQLITE_ROW || code == SQLITE_DONE);
    const auto* begin = static_cast<const std::uint8_t*>(sqlite3_column_blob(row, 0));
    const Bytes found(begin, begin + sqlite3_column_bytes(row, 0));
    sqlite3_finalize(row);
    sqlite3_close(store);
    return found;
}

}  // namespace

void change_store(const fs::path& outbox, const char* sql) {
    sqlite3* store = nullptr;
    expects(sqlite3_open((outbox / "outbox.db").c_str(), &store) == SQLITE_OK);
    expects(sqlite3_exec(store, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(store);
}

std::int64_t number_in_store(const fs::path& outbox, const char* sql) {
    return std::stoll(std::string(as_text(ask(outbox, sql))));
}

bool KeptFile::is_there() const { return is_file() ? fs::exists(path()) : !read().empty(); }

Bytes KeptFile::read() const {
    if (is_file()) return read_file(path(), std::size_t{1} << 26U).value();
    return ask(outbox_, std::format("SELECT bytes FROM sealed WHERE dossier = '{}' AND name = '{}'",
                                    id_.value(), name_));
}

void KeptFile::write(ByteView bytes) const {
    if (is_file()) return expects(write_synced(path(), bytes).has_value());
    ask(outbox_,
        std::format("INSERT OR REPLACE INTO sealed VALUES ('{}', '{}', ?)", id_.value(), name_),
        bytes);
}

void KeptFile::remove() const {
    if (is_file()) return expects(fs::remove(path()));
    ask(outbox_,
        std::format("DELETE FROM sealed WHERE dossier = '{}' AND name = '{}'", id_.value(), name_));
}

void KeptFile::spoil(std::size_t at) const {
    Bytes bytes = read();
    bytes.at(at) ^= 1;
    write(bytes);
}

}  // namespace motlan::testing
