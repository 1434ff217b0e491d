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

    Machine() {
        std::filesystem::create_directories(config.parent_path() / "history");
        std::filesystem::create_directories(places.state);
    }
    [[nodiscard]] std::optional<CareEvent> done(const CareJob& job) const {
        return do_job(job, {devices, places, config});
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

TEST_CASE("settings are shown with what changed last", "[technician]") {
    const Machine machine;
    REQUIRE(write_file(machine.config.parent_path() / "history/0001.toml",
                       as_bytes("[screen]\nwidth = 1920\n")));
    REQUIRE(write_file(machine.config, as_bytes("[screen]\nwidth = 1080\n")));

    const auto read = machine.done(ReadConfig{});

    REQUIRE(read);
    const auto& config = std::get<ConfigRead>(*read);
    CHECK(config.text == "[screen]\nwidth = 1080\n");
    CHECK(config.changed == std::vector<std::string>{"- width = 1920", "+ width = 1080"});
}

TEST_CASE("settings that cannot be read are told to be so", "[technician]") {
    const Machine machine;

    const auto read = machine.done(ReadConfig{});

    REQUIRE(read);
    CHECK_FALSE(std::get<ConfigRead>(*read).text);
}

TEST_CASE("diagnostics are written where they are wished, or that they are not is told",
          "[technician]") {
    const Machine machine;
    const auto place = machine.folder.path() / "stick/motlan-diagnostics";

    const auto written = machine.done(WriteDiagnostics{{{"version.txt", "1.0.0\n"}}, place});
    REQUIRE(written);
    CHECK_FALSE(std::get<DiagnosticsWritten>(*written).fault);
    CHECK(read_text(place / "version.txt", 100) == "1.0.0\n");

    const auto refused =
        machine.done(WriteDiagnostics{{{"version.txt", "1.0.0\n"}}, place / "version.txt"});
    REQUIRE(refused);
    CHECK(std::get<DiagnosticsWritten>(*refused).fault == Fault::MediumUnavailable);
}

TEST_CASE("a folder that nothing is mounted at is no stick", "[technician]") {
    const testing::Folder media;
    std::filesystem::create_directories(media.path() / "stick");

    CHECK_FALSE(mounted_stick(media.path()));
    CHECK_FALSE(mounted_stick(media.path() / "missing"));
}

}  // namespace motlan
