// The book of counts survives restarts, damage and a full disk.
#include <filesystem>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/count_book.h"
#include "kiosk/core/file.h"
#include "tests/support/folder.h"

namespace motlan {
namespace {

Counts one_begun() {
    Counts counts;
    count_begun(counts, ProcedureCode("2.000635"));
    return counts;
}

CivilDate day(int month) { return CivilDate::make(2026, month, 23).value(); }

std::int64_t begun(const CountBook& book, std::string_view month) {
    return count_of(book.read(month).value().procedures.at(ProcedureCode("2.000635")), "begun");
}

}  // namespace

TEST_CASE("visits of a month add up, those of another stand apart", "[app]") {
    const testing::Folder folder;
    for (const int month : {11, 11, 12}) {
        REQUIRE(CountBook(folder.path() / "counts").add(one_begun(), day(month)));
    }

    const CountBook book(folder.path() / "counts");

    CHECK(book.months() == std::vector<std::string>{"2026-11", "2026-12"});
    CHECK(begun(book, "2026-11") == 2);
    CHECK(begun(book, "2026-12") == 1);
}

TEST_CASE("a book that nobody wrote is empty", "[app]") {
    const testing::Folder folder;
    const CountBook book(folder.path() / "counts");

    CHECK(book.months().empty());
    CHECK(book.read("2026-11").error() == Fault::StorageFailed);
}

TEST_CASE("a damaged month is set aside, not believed and not lost", "[app]") {
    const testing::Folder folder;
    CountBook book(folder.path());
    REQUIRE(write_file(folder.path() / "2026-11.json", as_bytes("{\"half\":")));
    CHECK(book.read("2026-11").error() == Fault::RecordDamaged);

    REQUIRE(book.add(one_begun(), day(11)));

    CHECK(begun(book, "2026-11") == 1);
    CHECK(std::filesystem::exists(folder.path() / "2026-11.json.damaged"));
}

TEST_CASE("a book that cannot be written says so", "[app]") {
    const testing::Folder folder;
    REQUIRE(write_file(folder.path() / "counts", as_bytes("a file where the folder should be")));

    CHECK(CountBook(folder.path() / "counts").add(one_begun(), day(11)).error() ==
          Fault::StorageFailed);
}

}  // namespace motlan
