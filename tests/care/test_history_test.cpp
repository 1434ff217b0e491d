// What is kept of tests: the last twenty, whole, and nothing from a damaged file.
#include "kiosk/care/test_history.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/redactor.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "tests/support/folder.h"

using namespace motlan;
using motlan::testing::Folder;

namespace {

TestResult result_at(int minute) {
    TestResult result =
        judged(DeviceTest::Camera, {{.name = "read_rate", .value = 93.5, .least = 95},
                                    {.name = "glare", .value = 1, .most = 5}});
    result.fault = Fault::CameraUnavailable;
    result.at = WallTime(std::chrono::minutes(minute));
    return result;
}

}  // namespace

TEST_CASE("a result is read back as it was kept", "[care]") {
    const Folder folder;
    const TestHistory history(folder.path() / "tests");
    CHECK(history.read(DeviceTest::Camera).empty());

    REQUIRE(history.add(result_at(1)).has_value());

    CHECK(history.read(DeviceTest::Camera) == std::vector{result_at(1)});
    CHECK(history.read(DeviceTest::Scanner).empty());
}

TEST_CASE("only the last twenty are kept", "[care]") {
    const Folder folder;
    const TestHistory history(folder.path());
    for (int minute = 1; minute <= 25; ++minute)
        REQUIRE(history.add(result_at(minute)).has_value());

    const auto kept = history.read(DeviceTest::Camera);

    REQUIRE(kept.size() == 20);
    CHECK(kept.front() == result_at(6));
    CHECK(kept.back() == result_at(25));
}

TEST_CASE("a damaged history is no history, and is written anew", "[care]") {
    const Folder folder;
    const TestHistory history(folder.path());
    for (const std::string_view text : {"", "{", "{}", "[1,2]", R"([{"test":"camera"}])",
                                        R"([{"test":"oven","verdict":"passed"}])"}) {
        INFO(text);
        REQUIRE(write_file(folder.path() / "camera.json", as_bytes(text)).has_value());
        CHECK(history.read(DeviceTest::Camera).empty());
    }
    REQUIRE(history.add(result_at(1)).has_value());
    CHECK(history.read(DeviceTest::Camera).size() == 1);
}

TEST_CASE("a result holds nothing that looks personal", "[care]") {
    for (const DeviceTest test : all_device_tests()) {
        TestResult result = result_at(29'000'000);
        result.test = test;
        CHECK_FALSE(find_personal(to_json(to_tree(result))).has_value());
    }
}
