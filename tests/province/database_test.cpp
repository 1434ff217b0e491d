// Both stores behave alike: SQLite, and PostgreSQL where tests/support/postgresql runs this.
#include "tests/province/database.h"

#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "tests/province/served.h"

namespace motlan::province {
namespace {

bool is_postgresql() { return std::getenv("PROVINCE_DATABASE") != nullptr; }

// A store of its own with one table.
struct Store {
    testing::Folder folder;
    Database database = open();

    [[nodiscard]] std::string place() const {
        choose_database(folder.path());
        return Ledger::place_in(folder.path());
    }
    [[nodiscard]] Database open() const {
        Database opened = Database::open(place()).value();
        REQUIRE(
            opened.run("CREATE TABLE things (name TEXT PRIMARY KEY, number INTEGER, "
                       "bytes BLOB) STRICT"));
        return opened;
    }
    Result<std::vector<Row>> put(const std::string& name, Cell number = {}, Cell bytes = {}) {
        return database.run("INSERT INTO things VALUES(?,?,?)",
                            {name, std::move(number), std::move(bytes)});
    }
    std::vector<Row> all() {
        return database.run("SELECT name, number, bytes FROM things ORDER BY name").value();
    }
};

TEST_CASE("what is stored comes back as it was", "[province]") {
    Store store;
    const Bytes bytes{0, 1, 0x80, 0xFF, 0, '\'', '\\'};
    const std::string text = "Nguyễn Văn Thử; ' \" ?";
    REQUIRE(store.put("a", std::int64_t{9'000'000'000}, bytes));
    REQUIRE(store.put(text));
    REQUIRE(store.put("b", std::int64_t{-1}, Bytes{}));

    const auto rows = store.all();

    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == Row{text, std::monostate{}, std::monostate{}});
    CHECK(rows[1] == Row{"a", std::int64_t{9'000'000'000}, bytes});
    CHECK(rows[2] == Row{"b", std::int64_t{-1}, Bytes{}});
}

TEST_CASE("a value may be named by its number", "[province]") {
    Store store;
    REQUIRE(store.put("a", std::int64_t{7}));

    const auto rows =
        store.database.run("SELECT name FROM things WHERE number=?2 OR name=?1 OR number=?2",
                           {std::string("x"), std::int64_t{7}});

    REQUIRE(rows);
    CHECK(rows->size() == 1);
}

TEST_CASE("a transaction that is given up leaves nothing, one that is committed all",
          "[province]") {
    Store store;
    {
        const Transaction given_up(store.database);
        REQUIRE(given_up.is_open());
        REQUIRE(store.put("a"));
    }
    CHECK(store.all().empty());
    {
        Transaction committed(store.database);
        REQUIRE(store.put("b"));
        REQUIRE(committed.commit());
    }

    CHECK(store.all().size() == 1);
}

TEST_CASE("a statement that fails takes its transaction along and no later one", "[province]") {
    Store store;
    REQUIRE(store.put("a"));
    {
        const Transaction transaction(store.database);
        REQUIRE(store.put("b"));
        CHECK(store.put("a").error() == Fault::StorageFailed);
    }
    CHECK(store.all().size() == 1);

    REQUIRE(store.put("c"));
    CHECK(store.all().size() == 2);
}

TEST_CASE("a server that was restarted is found again, and no half transaction with it",
          "[province]") {
    if (!is_postgresql()) SKIP("SQLite has no server");
    Store store;
    const std::string end_session = "SELECT pg_terminate_backend(pg_backend_pid())";
    CHECK_FALSE(store.database.run(end_session));
    REQUIRE(store.put("a"));
    {
        Transaction transaction(store.database);
        REQUIRE(store.put("b"));
        CHECK_FALSE(store.database.run(end_session));
        CHECK_FALSE(store.put("c"));
        CHECK_FALSE(transaction.commit());
    }

    CHECK(store.all().size() == 1);
}

TEST_CASE("a store that cannot be opened is a fault", "[province]") {
    CHECK(Database::open("/nowhere/ledger.db").error() == Fault::StorageFailed);
    CHECK(Database::open("postgresql://nobody@/none?host=/nowhere").error() ==
          Fault::StorageFailed);
}

}  // namespace
}  // namespace motlan::province
