// Which lines of the system's journal are asked for, and how they come back.
#include "kiosk/care/journal.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

namespace motlan::testing {
namespace {

bool asks(const JournalWish& wish, std::string_view word) {
    return std::ranges::contains(journal_call(wish), word);
}

/// A journalctl that answers two lines whatever it is asked.
struct PlayedJournal {
    Folder folder;
    std::string path = std::getenv("PATH");

    PlayedJournal() {
        const auto program = folder.path() / "journalctl";
        REQUIRE(write_file(program, as_bytes("#!/bin/sh\nprintf 'one\\ntwo\\n'\n")));
        REQUIRE(::chmod(program.c_str(), 0700) == 0);
        ::setenv("PATH", (folder.path().string() + ":" + path).c_str(), 1);
    }
    PlayedJournal(const PlayedJournal&) = delete;
    PlayedJournal& operator=(const PlayedJournal&) = delete;
    ~PlayedJournal() { ::setenv("PATH", path.c_str(), 1); }
};

}  // namespace

TEST_CASE("without a program's name all of ours are asked for, else that one", "[care]") {
    for (const std::string_view unit : journal_units())
        CHECK(asks({}, "--unit=" + std::string(unit) + ".service"));

    CHECK(asks({.unit = "kiosk-link"}, "--unit=kiosk-link.service"));
    CHECK_FALSE(asks({.unit = "kiosk-link"}, "--unit=kiosk.service"));
}

TEST_CASE("an hour, a day and today are times, anything else is none", "[care]") {
    CHECK(journal_since("hour") == "-1h");
    CHECK(journal_since("today") == "today");
    CHECK(journal_since("2026-12-01") == "2026-12-01");
    for (const std::string_view said : {"", "2026", "2026-02-30", "yesterday", "-1h", "@0"}) {
        INFO(said);
        CHECK_FALSE(journal_since(said));
    }
    CHECK(asks({.since = "-1h"}, "--since=-1h"));
}

TEST_CASE("a word is looked for as it is written, in small letters or large", "[care]") {
    const JournalWish wish{.sought = "fault=SCAN-01.*"};

    CHECK(asks(wish, "--grep=fault\\=SCAN\\-01\\.\\*"));
    CHECK(asks(wish, "--case-sensitive=no"));
    CHECK_FALSE(asks({}, "--case-sensitive=no"));
}

TEST_CASE("a word that is looked for is short and reaches into no other field", "[care]") {
    CHECK(is_sought_word("SCAN-01"));
    CHECK(is_sought_word(std::string(kLongestSought, 'a')));
    CHECK_FALSE(is_sought_word(std::string(kLongestSought + 1, 'a')));
    for (const std::string_view word : {"", "scanner fault", "a\tb", "a\n", "\xC3"}) {
        INFO(word);
        CHECK_FALSE(is_sought_word(word));
    }
}

TEST_CASE("the newest line is the last one, also of what was looked for", "[care]") {
    const PlayedJournal journal;

    CHECK(read_journal({}).value_or("") == "one\ntwo\n");
    CHECK(read_journal({.sought = "o"}).value_or("") == "two\none\n");
    CHECK(turned_around("").empty());
}

}  // namespace motlan::testing
