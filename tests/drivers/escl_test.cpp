// A network scanner through sane-airscan: real HTTP, a scanner of the test's own at the other end.
#include <fstream>
#include <thread>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/drivers/escl_server.h"
#include "tests/drivers/sane_backend.h"

using namespace motlan;
using motlan::testing::EsclServer;
using motlan::testing::EsclTrouble;

namespace {

/// A SANE that knows this scanner and no other.
class AirscanBackend {
public:
    explicit AirscanBackend(const EsclServer& server) {
        std::ofstream(folder_.path() / "dll.conf") << "airscan\n";
        std::ofstream(folder_.path() / "airscan.conf")
            << "[devices]\n"
            << server.airscan_line() << "\n[options]\ndiscovery = disable\n";
        ::setenv("SANE_CONFIG_DIR", folder_.path().c_str(), 1);
    }

private:
    testing::Folder folder_;
};

SaneSetup airscan(PaperSource source = PaperSource::Glass) {
    return testing::sane_setup(source, "airscan:e0:Kiosk Twin");
}

}  // namespace

TEST_CASE("a sheet on the glass of a network scanner comes whole", "[drivers]") {
    const EsclServer server;
    const AirscanBackend backend(server);
    const auto colour = GENERATE(ScanColour::Colour, ScanColour::Grey);

    const auto page = SaneScanner(airscan()).scan({.dpi = 300, .colour = colour}, {});

    REQUIRE(page);
    CHECK(page->dpi == 300);
    CHECK(std::abs(page->width - 2480) <= 16);
    CHECK(std::abs(page->height - 3508) <= 16);
    CHECK((page->coding == PictureCoding::RawRgb) == (colour == ScanColour::Colour));
    CHECK(server.last_job() == "Platen");
}

TEST_CASE("the sheets of a network feeder come one by one, on one side or both", "[drivers]") {
    const EsclServer server(2);
    const AirscanBackend backend(server);
    const bool is_both = GENERATE(false, true);
    SaneScanner device(airscan(is_both ? PaperSource::FeederBothSides : PaperSource::Feeder));
    const ScanSettings settings{.dpi = 75, .colour = ScanColour::Grey};

    for (int side = 0; side < (is_both ? 4 : 2); ++side) {
        REQUIRE(device.scan(settings, {}));
        CHECK(device.sees_both_sides() == is_both);
    }

    CHECK(device.scan(settings, {}).error() == Fault::ScannerNoPaper);
    CHECK(server.last_job() == (is_both ? "Feeder duplex" : "Feeder"));
}

TEST_CASE("a jam of a network scanner says so", "[drivers]") {
    EsclServer server;
    const AirscanBackend backend(server);
    server.have(EsclTrouble::Jam);

    CHECK(SaneScanner(airscan(PaperSource::Feeder)).scan({.dpi = 75}, {}).error() ==
          Fault::ScannerJam);
}

// sane-airscan asks a scanner that refuses a job nine times more, a second apart, and one that took
// the job for half a minute.
TEST_CASE("a network scanner that serves somebody else says so, and scans when it is free",
          "[drivers]") {
    EsclServer server;
    const AirscanBackend backend(server);
    SaneScanner device(airscan());
    server.have(EsclTrouble::Busy);

    CHECK(device.scan({.dpi = 75}, {}).error() == Fault::ScannerBusy);

    server.have(EsclTrouble::None);
    CHECK(device.scan({.dpi = 75}, {}));
}

TEST_CASE("an empty network feeder says so, and brings the sheets that are laid then",
          "[drivers]") {
    EsclServer server;
    const AirscanBackend backend(server);
    SaneScanner device(airscan(PaperSource::Feeder));
    server.have(GENERATE(EsclTrouble::Empty, EsclTrouble::EmptyLate));

    CHECK(device.scan({.dpi = 75}, {}).error() == Fault::ScannerNoPaper);
    CHECK(device.status().is_ready());

    server.have(EsclTrouble::None);
    CHECK(device.scan({.dpi = 75}, {}));
}

TEST_CASE("a picture that ends in its middle is a short page, and the next one is whole",
          "[drivers]") {
    EsclServer server;
    const AirscanBackend backend(server);
    const auto colour = GENERATE(ScanColour::Colour, ScanColour::Grey);
    SaneScanner device(airscan());
    server.have(EsclTrouble::CutPicture);

    CHECK(device.scan({.dpi = 75, .colour = colour}, {}).error() == Fault::ScannerShortPage);

    server.have(EsclTrouble::None);
    CHECK(device.scan({.dpi = 75, .colour = colour}, {}));
}

TEST_CASE("a network scanner that sends what nobody asked for gives no page", "[drivers]") {
    EsclServer server;
    const AirscanBackend backend(server);
    const auto trouble = GENERATE(EsclTrouble::GreyForColour, EsclTrouble::NoPicture);
    server.have(trouble);

    CHECK(SaneScanner(airscan()).scan({.dpi = 75}, {}).error() == Fault::ScannerUnplugged);
}

TEST_CASE("a network scanner that is gone has lost its connection, and is found again",
          "[drivers]") {
    auto server = std::make_unique<EsclServer>();
    SaneScanner device(airscan());
    {
        const AirscanBackend backend(*server);
        REQUIRE(device.scan({.dpi = 75}, {}));
        server->go();

        CHECK(device.scan({.dpi = 75}, {}).error() == Fault::ScannerUnplugged);
        CHECK(device.status().fault == Fault::ScannerUnplugged);
    }
    server = std::make_unique<EsclServer>();
    const AirscanBackend backend(*server);

    CHECK(device.scan({.dpi = 75}, {}));
    CHECK(device.status().is_ready());
}

TEST_CASE("waiting for a silent network scanner can be cancelled", "[drivers]") {
    EsclServer server;
    const AirscanBackend backend(server);
    server.have(EsclTrouble::Silent);
    SaneScanner device(airscan());
    std::jthread impatient([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            device.cancel();
            std::this_thread::yield();
        }
    });

    CHECK(device.scan({.dpi = 75}, {}).error() == Fault::ScannerCancelled);
}
