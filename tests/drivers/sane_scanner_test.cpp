// The scanner driver against SANE's own test backend, through kiosk-eye as in a visit.
#include "drivers/sane/sane_scanner.h"

#include <sane/sane.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "drivers/sane/sane_session.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

using Options = std::map<std::string, std::string>;

// A private SANE with the test backend only, set to a sheet larger than A4.
class TestBackend {
public:
    explicit TestBackend(Options changes = {}) {
        Options options{{"number_of_devices", "1"},
                        {"mode", "Gray"},
                        {"hand-scanner", "false"},
                        {"three-pass", "false"},
                        {"resolution_min", "1"},
                        {"resolution_max", "1200"},
                        {"resolution_quant", "1"},
                        {"resolution", "50"},
                        {"depth", "8"},
                        {"test-picture", "\"Color pattern\""},
                        {"geometry_min", "0"},
                        {"geometry_max", "300"},
                        {"geometry_quant", "0"},
                        {"read-limit", "false"},
                        {"read-limit-size", "1"},
                        {"read-delay", "false"},
                        {"read-delay-duration", "1000"}};
        for (auto& [key, value] : changes) options[key] = value;
        std::ofstream(folder_.path() / "dll.conf") << "test\n";
        std::ofstream file(folder_.path() / "test.conf");
        for (const auto& [key, value] : options) file << key << ' ' << value << '\n';
        file.close();
        ::setenv("SANE_CONFIG_DIR", folder_.path().c_str(), 1);
    }

private:
    testing::Folder folder_;
};

// The test backend sometimes hangs for good when a scan ends early: its reader thread is
// cancelled inside malloc(). So we soon give up waiting, which a real scanner would not like.
SaneSetup setup(PaperSource source = PaperSource::Glass) {
    return {.program = KIOSK_EYE,
            .device = "test:0",
            .source = source,
            .homing = std::chrono::milliseconds(2000)};
}

}  // namespace

TEST_CASE("an A4 sheet comes in colour or grey at 300 dpi", "[drivers]") {
    const TestBackend backend;
    const auto colour = GENERATE(ScanColour::Colour, ScanColour::Grey);
    SaneScanner device(setup());

    const auto page = device.scan({.dpi = 300, .colour = colour}, {});

    REQUIRE(page);
    CHECK(page->dpi == 300);
    CHECK(std::abs(page->width - 2480) <= 1);
    CHECK(std::abs(page->height - 3508) <= 1);
    const bool is_colour = colour == ScanColour::Colour;
    CHECK(page->coding == (is_colour ? PictureCoding::RawRgb : PictureCoding::RawGrey));
    CHECK(page->bytes.size() == static_cast<std::size_t>(page->width) *
                                    static_cast<std::size_t>(page->height) * (is_colour ? 3 : 1));
    CHECK(device.status().is_ready());
}

TEST_CASE("progress rises to 100", "[drivers]") {
    const TestBackend backend;
    std::vector<int> shares;

    REQUIRE(
        SaneScanner(setup()).scan({.dpi = 100}, [&](int percent) { shares.push_back(percent); }));

    REQUIRE_FALSE(shares.empty());
    CHECK(std::ranges::is_sorted(shares));
    CHECK(shares.back() == 100);
}

TEST_CASE("each status of a scanner is a fault with a name", "[drivers]") {
    const auto [status, fault] = GENERATE(table<std::string, Fault>({
        {"SANE_STATUS_UNSUPPORTED", Fault::ScannerUnavailable},
        {"SANE_STATUS_CANCELLED", Fault::ScannerCancelled},
        {"SANE_STATUS_DEVICE_BUSY", Fault::ScannerBusy},
        {"SANE_STATUS_INVAL", Fault::ScannerUnavailable},
        {"SANE_STATUS_EOF", Fault::ScannerShortPage},
        {"SANE_STATUS_JAMMED", Fault::ScannerJam},
        {"SANE_STATUS_NO_DOCS", Fault::ScannerNoPaper},
        {"SANE_STATUS_COVER_OPEN", Fault::ScannerCoverOpen},
        {"SANE_STATUS_IO_ERROR", Fault::ScannerUnavailable},
        {"SANE_STATUS_NO_MEM", Fault::ScannerUnavailable},
        {"SANE_STATUS_ACCESS_DENIED", Fault::ScannerUnavailable},
    }));
    const TestBackend backend(
        {{"enable-test-options", "true"}, {"read-status-code", "\"" + status + "\""}});

    INFO(status);
    CHECK(SaneScanner(setup()).scan({.dpi = 75}, {}).error() == fault);
}

TEST_CASE("statuses that the test backend cannot give are mapped too", "[drivers]") {
    constexpr int kWarmingUp = 12;
    constexpr int kLocked = 13;

    CHECK(fault_of_sane_status(kWarmingUp) == Fault::ScannerBusy);
    CHECK(fault_of_sane_status(kLocked) == Fault::ScannerUnavailable);
    CHECK(fault_of_sane_status(9999) == Fault::ScannerUnavailable);
}

TEST_CASE("a feeder gives its sheets and then says that it is empty", "[drivers]") {
    // The feeder of the test backend holds ten sheets.
    const TestBackend backend;
    SaneScanner device(setup(PaperSource::Feeder));

    for (int sheet = 0; sheet < 10; ++sheet) CHECK(device.scan({.dpi = 50}, {}));

    CHECK(device.scan({.dpi = 50}, {}).error() == Fault::ScannerNoPaper);
    CHECK(device.status().is_ready());
}

TEST_CASE("a hand scanner that does not know its length gives a whole page", "[drivers]") {
    const TestBackend backend({{"hand-scanner", "true"}});

    const auto page = SaneScanner(setup()).scan({.dpi = 100, .colour = ScanColour::Grey}, {});

    REQUIRE(page);
    CHECK(page->height > 0);
    CHECK(page->bytes.size() ==
          static_cast<std::size_t>(page->width) * static_cast<std::size_t>(page->height));
}

TEST_CASE("bytes that come in dribs and drabs make the same page", "[drivers]") {
    const ScanSettings settings{.dpi = 50, .colour = ScanColour::Grey};
    Bytes whole;
    {
        const TestBackend backend;
        whole = SaneScanner(setup()).scan(settings, {}).value().bytes;
    }
    const TestBackend backend({{"read-limit", "true"}, {"read-limit-size", "333"}});

    CHECK(SaneScanner(setup()).scan(settings, {}).value().bytes == whole);
}

TEST_CASE("a cancelled scan says so and the next one works", "[drivers]") {
    const TestBackend backend({{"read-limit", "true"}, {"read-limit-size", "4096"}});
    SaneScanner device(setup());

    const auto page = device.scan({.dpi = 300}, [&](int percent) {
        if (percent >= 3) device.cancel();
    });

    CHECK(page.error() == Fault::ScannerCancelled);
    CHECK(device.status().is_ready());
    CHECK(device.scan({.dpi = 50}, {}));
}

TEST_CASE("a scanner that is not there is unavailable until it is", "[drivers]") {
    SaneScanner missing({.program = KIOSK_EYE, .device = "test:7"});
    const TestBackend backend;

    CHECK(missing.scan({}, {}).error() == Fault::ScannerUnavailable);
    CHECK(missing.status().fault == Fault::ScannerUnavailable);
}

TEST_CASE("a vendor's crash is an unavailable scanner, not our end", "[drivers]") {
    SaneScanner crashing({.program = "/bin/false", .device = "test:0"});

    CHECK(crashing.scan({}, {}).error() == Fault::ScannerUnavailable);
    CHECK(crashing.scan({}, {}).error() == Fault::ScannerUnavailable);
}
