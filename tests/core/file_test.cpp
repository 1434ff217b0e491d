#include "kiosk/core/file.h"

#include <sys/stat.h>

#include <filesystem>
#include <iterator>

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

TEST_CASE("a name without a folder is one of this folder", "[core]") {
    const testing::Folder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());

    CHECK(write_file("word", as_bytes("word")));
    fs::current_path(before);
    CHECK(read_text(folder.path() / "word", 100) == "word");
}

TEST_CASE("a file takes the place of no folder and no device, and leaves nothing beside it",
          "[core]") {
    const testing::Folder folder;
    const fs::path inner = folder.path() / "inner";
    const fs::path queue = folder.path() / "queue";
    fs::create_directory(inner);
    REQUIRE(::mkfifo(queue.c_str(), 0600) == 0);

    CHECK(write_file(inner, as_bytes("word")).error() == Fault::StorageFailed);
    CHECK(write_file(queue, as_bytes("word")).error() == Fault::StorageFailed);
    CHECK(fs::is_directory(inner));
    CHECK(fs::is_fifo(queue));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 2);
}
