// The scanner driver against SANE's own test backend, through kiosk-eye as in a visit.
#include "drivers/sane/sane_scanner.h"

#include <sane/sane.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "drivers/sane/sane_session.h"
#include "tests/drivers/sane_backend.h"
#include "tests/support/folder.h"

using namespace motlan;
using motlan::testing::sane_setup;
using motlan::testing::SaneOptionTable;
using motlan::testing::TestBackend;

namespace {

/// A child that never says that it is ready.
class SilentProgram {
public:
    SilentProgram() {
        ::mkfifo(started().c_str(), 0600);
        std::ofstream(path()) << "#!/bin/sh\n: >" << started().native() << "\nexec sleep 300\n";
        std::filesystem::permissions(path(), std::filesystem::perms::owner_all);
    }
    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "silent"; }
    void wait_until_started() const { const std::ifstream opened(started()); }

private:
    [[nodiscard]] std::filesystem::path started() const { return folder_.path() / "started"; }

    motlan::testing::Folder folder_;
};

}  // namespace

TEST_CASE("an A4 sheet comes in colour or grey at 300 dpi", "[drivers]") {
    const TestBackend backend;
    const auto colour = GENERATE(ScanColour::Colour, ScanColour::Grey);
    SaneScanner device(sane_setup());

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

    REQUIRE(SaneScanner(sane_setup()).scan({.dpi = 100}, [&](int percent) {
        shares.push_back(percent);
    }));

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
        {"SANE_STATUS_IO_ERROR", Fault::ScannerUnplugged},
        {"SANE_STATUS_NO_MEM", Fault::ScannerUnavailable},
        {"SANE_STATUS_ACCESS_DENIED", Fault::ScannerUnavailable},
    }));
    const TestBackend backend(
        {{"enable-test-options", "true"}, {"read-status-code", "\"" + status + "\""}});

    INFO(status);
    CHECK(SaneScanner(sane_setup()).scan({.dpi = 75}, {}).error() == fault);
}

TEST_CASE("statuses that the test backend cannot give are mapped too", "[drivers]") {
    constexpr int kWarmingUp = 12;
    constexpr int kLocked = 13;

    CHECK(fault_of_sane_status(kWarmingUp) == Fault::ScannerWarmingUp);
    CHECK(fault_of_sane_status(kLocked) == Fault::ScannerUnavailable);
    CHECK(fault_of_sane_status(9999) == Fault::ScannerUnavailable);
}

TEST_CASE("a feeder gives its sheets whole and then says that it is empty", "[drivers]") {
    // The feeder of the test backend holds ten sheets; a fresh process finds it filled again.
    const TestBackend backend;
    SaneScanner device(sane_setup(PaperSource::Feeder));
    int sheets = 0;

    auto sheet = device.scan({.dpi = 50}, {});
    for (; sheet && sheets < 40; sheet = device.scan({.dpi = 50}, {})) {
        ++sheets;
        CHECK(sheet->bytes.size() ==
              static_cast<std::size_t>(sheet->width) * 3 * static_cast<std::size_t>(sheet->height));
    }

    CHECK(sheets >= 10);
    CHECK(sheet.error() == Fault::ScannerNoPaper);
    CHECK(device.status().is_ready());
    CHECK(device.is_fed());
}

TEST_CASE("both sides are asked of a feeder that has only one, and it is scanned", "[drivers]") {
    const TestBackend backend;

    SaneScanner device(sane_setup(PaperSource::FeederBothSides));

    CHECK(device.scan({.dpi = 50}, {}));
    CHECK_FALSE(device.sees_both_sides());
}

TEST_CASE("three passes make one picture, the same as one pass does", "[drivers]") {
    Bytes whole;
    {
        const TestBackend backend;
        whole = SaneScanner(sane_setup()).scan({.dpi = 50}, {}).value().bytes;
    }
    const auto order = GENERATE("RGB", "RBG", "GBR", "GRB", "BRG", "BGR");
    const TestBackend backend({{"three-pass", "true"}, {"three-pass-order", order}});

    const auto page = SaneScanner(sane_setup()).scan({.dpi = 50}, {});

    REQUIRE(page);
    CHECK(page->coding == PictureCoding::RawRgb);
    CHECK(page->bytes == whole);
}

TEST_CASE("the driver finds 8 bits, whatever depth the scanner stood at", "[drivers]") {
    const auto depth = GENERATE("1", "16");
    const TestBackend backend({{"depth", depth}});

    const auto page = SaneScanner(sane_setup()).scan({.dpi = 50, .colour = ScanColour::Grey}, {});

    REQUIRE(page);
    CHECK(page->bytes.size() ==
          static_cast<std::size_t>(page->width) * static_cast<std::size_t>(page->height));
}

TEST_CASE("200 and 300 dots per inch are taken as asked", "[drivers]") {
    const TestBackend backend;
    const int dpi = GENERATE(200, 300);

    const auto page = SaneScanner(sane_setup()).scan({.dpi = dpi, .colour = ScanColour::Grey}, {});

    REQUIRE(page);
    CHECK(page->dpi == dpi);
    CHECK(std::abs(page->height - dpi * 2970 / 254) <= 1);
}

TEST_CASE("a scanner that pads its lines or loses pixels gives straight lines", "[drivers]") {
    const TestBackend backend(
        {{"enable-test-options", "true"}, {"ppl-loss", "5"}, {"fuzzy-parameters", "true"}});

    const auto page = SaneScanner(sane_setup()).scan({.dpi = 75, .colour = ScanColour::Grey}, {});

    REQUIRE(page);
    CHECK(page->bytes.size() ==
          static_cast<std::size_t>(page->width) * static_cast<std::size_t>(page->height));
}

TEST_CASE("the scanners that are there are listed by name", "[drivers]") {
    const TestBackend backend({{"number_of_devices", "2"}});

    const auto scanners = list_sane_scanners(KIOSK_EYE);

    REQUIRE(scanners);
    REQUIRE(scanners->size() == 2);
    CHECK(scanners->at(1).first == "test:1");
    CHECK_FALSE(scanners->at(1).second.empty());
}

TEST_CASE("a scanner that worked and is gone has been unplugged", "[drivers]") {
    SaneScanner device(sane_setup());
    {
        // A scan that is cancelled ends its process, so the next one looks for the device anew.
        const TestBackend backend({{"read-limit", "true"}, {"read-limit-size", "4096"}});
        REQUIRE(device.scan({.dpi = 50}, {}));
        REQUIRE_FALSE(device.scan({.dpi = 300}, [&](int) { device.cancel(); }));
    }
    const TestBackend backend({{"number_of_devices", "0"}});

    CHECK(device.scan({.dpi = 50}, {}).error() == Fault::ScannerUnplugged);
    CHECK(device.status().fault == Fault::ScannerUnplugged);
}

TEST_CASE(
    "a hand scanner that does not know its length gives a whole page, and tells how far it is",
    "[drivers]") {
    const TestBackend backend({{"hand-scanner", "true"}});
    std::vector<int> shares;

    const auto page =
        SaneScanner(sane_setup()).scan({.dpi = 100, .colour = ScanColour::Grey}, [&](int percent) {
            shares.push_back(percent);
        });

    REQUIRE(page);
    CHECK(page->height > 0);
    CHECK(page->bytes.size() ==
          static_cast<std::size_t>(page->width) * static_cast<std::size_t>(page->height));
    REQUIRE_FALSE(shares.empty());
    CHECK(std::ranges::is_sorted(shares));
    CHECK(shares.back() > 0);
    CHECK(shares.back() <= 100);
}

TEST_CASE("however a backend hands its bytes over, they make the same page", "[drivers]") {
    const ScanSettings settings{.dpi = 50, .colour = ScanColour::Grey};
    Bytes whole;
    {
        const TestBackend backend;
        whole = SaneScanner(sane_setup()).scan(settings, {}).value().bytes;
    }
    const auto way =
        GENERATE(SaneOptionTable{{"read-limit", "true"}, {"read-limit-size", "333"}},
                 SaneOptionTable{{"read-delay", "true"}, {"read-delay-duration", "9"}},
                 SaneOptionTable{{"non-blocking", "true"}}, SaneOptionTable{{"select-fd", "true"}},
                 SaneOptionTable{{"non-blocking", "true"}, {"select-fd", "true"}},
                 SaneOptionTable{{"invert-endianess", "true"}});
    const TestBackend backend(way);

    CHECK(SaneScanner(sane_setup()).scan(settings, {}).value().bytes == whole);
}

TEST_CASE("a cancelled scan says so and the next one works", "[drivers]") {
    const TestBackend backend({{"read-limit", "true"}, {"read-limit-size", "4096"}});
    SaneScanner device(sane_setup());

    const auto page = device.scan({.dpi = 300}, [&](int percent) {
        if (percent >= 3) device.cancel();
    });

    CHECK(page.error() == Fault::ScannerCancelled);
    CHECK(device.status().is_ready());
    CHECK(device.scan({.dpi = 50}, {}));
}

TEST_CASE("whoever cancels does not wait for a scanner that is not ready", "[drivers]") {
    const SilentProgram program;
    SaneScanner device({.program = program.path(), .device = "test:0"});
    const auto begun = std::chrono::steady_clock::now();
    const std::jthread cancelling([&] {
        program.wait_until_started();
        device.cancel();
    });

    CHECK(device.scan({}, {}).error() == Fault::ScannerCancelled);

    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
    CHECK(device.status().is_ready());
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

TEST_CASE("a scanner that is not there is missed before anybody lays a paper", "[drivers]") {
    const TestBackend backend;
    SaneScanner there(sane_setup());
    SaneScanner missing(sane_setup(PaperSource::Glass, "test:7"));
    SaneScanner unplugged(sane_setup(PaperSource::Glass, "genesys:libusb:999:999"));

    there.look();
    missing.look();
    unplugged.look();

    CHECK(there.status().is_ready());
    CHECK(missing.status().fault == Fault::ScannerUnavailable);
    CHECK(unplugged.status().fault == Fault::ScannerUnavailable);
    CHECK(there.scan({.dpi = 75, .colour = ScanColour::Grey}, {}).has_value());
}
