// The connection to PostgreSQL. The ledger's statements are few and plain, so they are written
// once, in SQLite's words, and translated here word by word.
#include <array>
#include <cctype>
#include <pqxx/pqxx>

#include "tests/province/database.h"

namespace motlan::province {
namespace {

struct Word {
    std::string_view theirs;
    std::string_view ours;
};
constexpr std::array<Word, 4> kWords{{{" INTEGER", " BIGINT"},
                                      {" BLOB", " BYTEA"},
                                      {") STRICT", ")"},
                                      {"BEGIN IMMEDIATE", "BEGIN"}}};

// The type numbers of what we store (pg_type.dat of PostgreSQL): bytea, bigint, smallint, integer.
constexpr pqxx::oid kBytea = 17;
constexpr std::array<pqxx::oid, 3> kNumbers{20, 21, 23};

void replace_all(std::string& text, const Word& word) {
    for (auto at = text.find(word.theirs); at != std::string::npos;
         at = text.find(word.theirs, at + word.ours.size())) {
        text.replace(at, word.theirs.size(), word.ours);
    }
}

// "?" becomes "$1", "$2", … and "?7" becomes "$7". No statement has a "?" in a literal.
std::string with_numbers(const std::string& statement) {
    std::string numbered;
    int next = 0;
    for (std::size_t at = 0; at < statement.size(); ++at) {
        numbered += statement[at] == '?' ? '$' : statement[at];
        if (statement[at] != '?') continue;
        const bool is_numbered = at + 1 < statement.size() &&
                                 std::isdigit(static_cast<unsigned char>(statement[at + 1]));
        if (!is_numbered) numbered += std::to_string(++next);
    }
    return numbered;
}

std::string translated(const std::string& statement) {
    std::string text = with_numbers(statement);
    for (const Word& word : kWords) replace_all(text, word);
    return text;
}

pqxx::params to_params(const Row& values) {
    pqxx::params params;
    for (const Cell& cell : values) {
        if (const auto* number = std::get_if<std::int64_t>(&cell)) {
            params.append(*number);
        } else if (const auto* text = std::get_if<std::string>(&cell)) {
            params.append(*text);
        } else if (const auto* bytes = std::get_if<Bytes>(&cell);
                   bytes != nullptr && bytes->empty()) {
            params.append(pqxx::bytes());  // a view without an address would be nothing
        } else if (bytes != nullptr) {
            params.append(
                pqxx::bytes_view(reinterpret_cast<const std::byte*>(bytes->data()), bytes->size()));
        } else {
            params.append();
        }
    }
    return params;
}

Cell to_cell(const pqxx::field& field) {
    if (field.is_null()) return std::monostate{};
    if (std::ranges::contains(kNumbers, field.type())) return field.as<std::int64_t>();
    if (field.type() != kBytea) return std::string(field.view());
    const auto bytes = field.as<pqxx::bytes>();
    const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data());
    return Bytes(start, start + bytes.size());
}

std::vector<Row> to_rows(const pqxx::result& result) {
    std::vector<Row> rows;
    for (const pqxx::row& found : result) {
        Row& row = rows.emplace_back();
        for (const pqxx::field& field : found) row.push_back(to_cell(field));
    }
    return rows;
}

class PostgreSql final : public Connection {
public:
    explicit PostgreSql(std::string address) : address_(std::move(address)) {}

    // A connection that broke within a transaction takes all of it along: nothing more runs until
    // the owner has given it up.
    Result<std::vector<Row>> run(const std::string& statement, const Row& values) override try {
        const bool ends = statement == "ROLLBACK";
        if (!connection_ && within_ && !ends) return fail(Fault::StorageFailed);
        if (!connection_) connection_ = std::make_unique<pqxx::connection>(address_);
        pqxx::nontransaction now(*connection_);
        auto rows = to_rows(now.exec(translated(statement), to_params(values)));
        if (statement.starts_with("BEGIN")) within_ = true;
        if (statement == "COMMIT" || ends) within_ = false;
        return rows;
    } catch (const pqxx::broken_connection&) {
        connection_.reset();
        if (statement == "ROLLBACK") within_ = false;
        return fail(Fault::StorageFailed);
    } catch (const pqxx::disk_full&) {
        return fail(Fault::DiskFull);
    } catch (const std::exception&) {
        return fail(Fault::StorageFailed);
    }

private:
    std::string address_;
    std::unique_ptr<pqxx::connection> connection_;
    bool within_ = false;
};

}  // namespace

Result<std::unique_ptr<Connection>> open_postgresql(const std::string& address) {
    auto connection = std::make_unique<PostgreSql>(address);
    if (const auto alive = connection->run("SELECT 1", {}); !alive) return fail(alive.error());
    return connection;
}

}  // namespace motlan::province
