#include "kiosk/core/file.h"

#include <filesystem>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/folder.h"

using namespace motlan;
namespace fs = std::filesystem;

TEST_CASE("a file is open to whom it is said to be and to nobody else", "[core]") {
    const testing::Folder folder;
    const fs::path file = folder.path() / "word";
    const auto mode = [&file] { return fs::status(file).permissions(); };

    REQUIRE(write_file(file, as_bytes("mine")));
    CHECK(mode() == fs::perms{0600});
    REQUIRE(write_file(file, as_bytes("ours"), Sharing::WrittenByGroup));
    CHECK(mode() == fs::perms{0660});
    REQUIRE(write_file(file, as_bytes("all's"), Sharing::ReadByAll));
    CHECK(mode() == fs::perms{0644});
    CHECK(read_text(file, 100) == "all's");
}

TEST_CASE("a link is followed only where links are followed", "[core]") {
    const testing::Folder folder;
    const fs::path file = folder.path() / "word";
    const fs::path link = folder.path() / "link";
    REQUIRE(write_file(file, as_bytes("word")));
    fs::create_symlink(file, link);

    CHECK(read_text(link, 100) == "word");
    CHECK(read_text(link, 100, Links::Refused).error() == Fault::StorageFailed);
    CHECK(read_text(file, 100, Links::Refused) == "word");
}

TEST_CASE("a link in the place of a new file leads nowhere", "[core]") {
    const testing::Folder folder;
    const fs::path strange = folder.path() / "strange";
    REQUIRE(write_file(strange, as_bytes("left alone")));
    fs::create_symlink(strange, folder.path() / "word.new");

    CHECK_FALSE(write_file(folder.path() / "word", as_bytes("word"), Sharing::ReadByAll));
    CHECK(read_text(strange, 100) == "left alone");
}
