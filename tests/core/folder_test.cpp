// What stands in folders, with enough memory and without.
#include "kiosk/core/folder.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

namespace {

// Of the thread that tests. Nothing fails while `spoiled` is 0.
thread_local constinit long allocations = 0;
thread_local constinit long spoiled = 0;

}  // namespace

void* operator new(std::size_t size) {
    void* block = ++allocations == spoiled ? nullptr : std::malloc(size);
    if (block == nullptr) throw std::bad_alloc();
    return block;
}
// Not inlined: the compiler would see free() beside its own new.
[[gnu::noinline]] void operator delete(void* block) noexcept { std::free(block); }
[[gnu::noinline]] void operator delete(void* block, std::size_t) noexcept { std::free(block); }

using namespace motlan;
namespace fs = std::filesystem;

namespace {

/// "a", "below/b", "below/deep/c" and a link to the folder itself.
struct Sample {
    Sample() {
        fs::create_directories(folder.path() / "below/deep");
        for (const std::string_view file : {"a", "below/b", "below/deep/c"})
            REQUIRE(write_file(folder.path() / file, as_bytes("x")));
        fs::create_directory_symlink(folder.path(), folder.path() / "link");
    }
    [[nodiscard]] std::vector<std::string> names(Result<std::vector<fs::path>> found) const {
        REQUIRE(found);
        std::vector<std::string> names;
        for (const fs::path& path : *found)
            names.push_back(path.lexically_relative(folder.path()).string());
        std::ranges::sort(names);
        return names;
    }
    testing::Folder folder;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder's entries are told without itself, and what stands below is not", "[core]") {
    const Sample sample;

    CHECK(sample.names(entries_of(sample.folder.path())) == Names{"a", "below", "link"});
}

TEST_CASE("a folder that is not there is empty, and a file is no folder", "[core]") {
    const Sample sample;

    CHECK(sample.names(entries_of(sample.folder.path() / "missing")).empty());
    CHECK(entries_of(sample.folder.path() / "a").error() == Fault::StorageFailed);
    CHECK_FALSE(is_own_folder(sample.folder.path() / "link"));
    CHECK(is_own_folder(sample.folder.path() / "below"));
}

TEST_CASE("a tree holds everything once, folders before what is in them, through no link",
          "[core]") {
    const Sample sample;
    const auto tree = tree_of(sample.folder.path());

    CHECK(sample.names(tree) ==
          Names{".", "a", "below", "below/b", "below/deep", "below/deep/c", "link"});
    const auto place = [&](std::string_view name) {
        return std::ranges::find(*tree, sample.folder.path() / name) - tree->begin();
    };
    CHECK(place("below") < place("below/deep"));
    CHECK(place("below/deep") < place("below/deep/c"));
}

TEST_CASE("whoever walks a folder without memory is told so and goes on", "[core]") {
    const Sample sample;
    long refused = 0;
    for (bool has_failed = true; has_failed; refused += has_failed ? 1 : 0) {
        allocations = 0;
        spoiled = refused + 1;
        has_failed = false;
        try {
            static_cast<void>(tree_of(sample.folder.path()));
        } catch (const std::bad_alloc&) {
            has_failed = true;
        }
        spoiled = 0;
    }

    CHECK(refused >= 7);
    CHECK(sample.names(tree_of(sample.folder.path())).size() == 7);
}
