// What a desk's jobs do with files: results, settings and their former versions, diagnostics.
#include "kiosk/technician/care_jobs.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

namespace motlan {
namespace {

/// A kiosk's folders without a kiosk.
struct Machine {
    testing::Folder folder;
    Places places{.state = folder.path() / "state", .runtime = folder.path() / "run"};
    std::filesystem::path config = folder.path() / "etc/kiosk.toml";
    Devices devices{};
    DeviceSettings settings{};

    Machine() {
        std::filesystem::create_directories(config.parent_path() / "history");
        std::filesystem::create_directories(places.state);
    }
    [[nodiscard]] std::optional<CareEvent> done(const CareJob& job) const {
        return do_job(job, {devices, places, config, settings});
    }
};

}  // namespace

TEST_CASE("a result that is kept is read again", "[technician]") {
    const Machine machine;
    const TestResult result = failed_by(DeviceTest::Scanner, Fault::ScannerJam);

    CHECK_FALSE(machine.done(KeepResult{result}));

    const auto read = machine.done(ReadResults{});
    REQUIRE(read);
    const auto& results = std::get<ResultsRead>(*read).results;
    CHECK(results.at(DeviceTest::Scanner) == std::vector{result});
    CHECK(results.at(DeviceTest::Camera).empty());
}

TEST_CASE("settings are read with their former versions, the newest first", "[technician]") {
    const Machine machine;
    const auto history = machine.config.parent_path() / "history";
    REQUIRE(write_file(history / "0001.toml", as_bytes("[screen]\nwidth = 1920\n")));
    REQUIRE(write_file(history / "0002.toml", as_bytes("[screen]\nwidth = 1280\n")));
    REQUIRE(write_file(machine.config, as_bytes("[screen]\nwidth = 1080\n")));

    const auto read = machine.done(ReadConfig{});

    REQUIRE(read);
    const auto& config = std::get<ConfigRead>(*read);
    CHECK(config.text == "[screen]\nwidth = 1080\n");
    REQUIRE(config.former.size() == 2);
    CHECK(config.former[0].name == "0002");
    CHECK(config.former[0].text == "[screen]\nwidth = 1280\n");
    CHECK(config.former[0].until > WallTime{});
}

TEST_CASE("a kiosk without a printer of the network has none to tell of", "[technician]") {
    const Machine machine;

    const auto told = machine.done(AskPrinter{});

    REQUIRE(told);
    CHECK_FALSE(std::get<PrinterTold>(*told).printer);
}

TEST_CASE("a change is refused where nobody may write the settings", "[technician]") {
    const Machine machine;

    const auto answered =
        machine.done(AskToChange{{.former = "a", .text = "b", .by = StaffNumber("0900")}});

    REQUIRE(answered);
    CHECK(std::get<ChangeAnswered>(*answered).reply.answer == DoorAnswer::NoDoor);
}

TEST_CASE("settings that cannot be read are told to be so", "[technician]") {
    const Machine machine;

    const auto read = machine.done(ReadConfig{});

    REQUIRE(read);
    CHECK_FALSE(std::get<ConfigRead>(*read).text);
}

TEST_CASE("what the disk has taken of closing and planning is told", "[technician]") {
    const Machine machine;
    const PlannedRest rest{WallTime(std::chrono::hours(1)), WallTime(std::chrono::hours(2))};
    const auto seen = [&](const CareJob& job) { return std::get<ClosingSeen>(*machine.done(job)); };

    CHECK(seen(SetClosed{true}).is_closed);
    CHECK(seen(SetRest{rest}).rest == rest);
    CHECK(seen(SetClosed{}).is_closed);
    CHECK_FALSE(seen(SetClosed{false}).is_closed);
    CHECK(seen(SetClosed{}).rest == rest);
    CHECK_FALSE(seen(SetRest{}).rest);
    std::filesystem::remove_all(machine.places.state);
    CHECK_FALSE(seen(SetRest{rest}).is_kept);
}

TEST_CASE("diagnostics of a kiosk without a province are not written, and that is told",
          "[technician]") {
    const Machine machine;

    const auto written = machine.done(
        WriteDiagnostics{{{"version.txt", "1.0.0\n"}}, machine.folder.path() / "stick"});

    REQUIRE(written);
    CHECK(std::get<DiagnosticsWritten>(*written).fault == Fault::NotEnrolled);
}

TEST_CASE("what looks personal is not written even when it is wished", "[technician]") {
    const Machine machine;

    const auto written = machine.done(
        WriteDiagnostics{{{"journal.txt", "so 040085001234\n"}}, machine.folder.path()});

    REQUIRE(written);
    CHECK(std::get<DiagnosticsWritten>(*written).fault == Fault::ExportRefused);
}

}  // namespace motlan
