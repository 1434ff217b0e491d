// Whether anything personal is left on the disk, wherever that disk is.
#include "kiosk/care/traces.h"

#include <fstream>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/folder.h"

using namespace motlan;
using motlan::testing::Folder;

TEST_CASE("what is left is found, also where the state folder is a link to another disk",
          "[care]") {
    const Folder disk;
    std::ofstream(disk.path() / "left.txt") << "số 040200000017\n";
    const Folder system;
    const auto link = system.path() / "motlan";
    std::filesystem::create_directory_symlink(disk.path(), link);

    for (const auto& state : {disk.path(), link}) {
        INFO(state);
        const Traces traces = find_traces({.state = state, .runtime = system.path() / "none"});
        REQUIRE_FALSE(traces.found.empty());
        CHECK(traces.found.front().first.filename() == "left.txt");
    }
}
