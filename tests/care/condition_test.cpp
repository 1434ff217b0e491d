#include "kiosk/care/condition.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

using namespace motlan;
using motlan::testing::Folder;

TEST_CASE("what a running kiosk says of itself is read back", "[care]") {
    const Folder folder;
    auto write = condition_writer(folder.path(), folder.path() / "kiosk.toml");

    const std::vector<DeviceTrouble> troubles{{DeviceRole::Scanner, Fault::ScannerJam, 3},
                                              {DeviceRole::Printer, Fault::PrinterPaperLow}};
    write({.serving = Serving::OutOfService,
           .devices = troubles,
           .closed = Fault::DiskFull,
           .withheld = 2,
           .staff_called = true});

    const auto read = read_condition(folder.path()).value();
    CHECK(read.serving == Serving::OutOfService);
    CHECK(read.devices == troubles);
    CHECK(read.closed == Fault::DiskFull);
    CHECK(read.withheld == 2);
    CHECK(read.staff_called);
}

TEST_CASE("a kiosk that is gone says nothing, nor does a damaged file", "[care]") {
    const Folder folder;
    const auto file = folder.path() / "kiosk.json";
    CHECK_FALSE(read_condition(folder.path()).has_value());
    for (const std::string_view text :
         {"", "{", "[]", R"({"serving":"welcome"})", R"({"process":999999999,"serving":"welcome"})",
          R"({"process":-1,"serving":"welcome"})", R"({"process":1,"serving":"asleep"})"}) {
        INFO(text);
        REQUIRE(write_file(file, as_bytes(text)).has_value());
        CHECK_FALSE(read_condition(folder.path()).has_value());
    }
}
