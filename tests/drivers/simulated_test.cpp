#include <memory>
#include <catch2/catch_test_macros.hpp>

#include "drivers/file_printer/file_printer.h"
#include "drivers/simulated/devices.h"
#include "kiosk/core/file.h"
#include "kiosk/core/png.h"
#include "tests/support/folder.h"

using namespace motlan;
using namespace std::chrono_literals;

namespace {

/// A picture file to hold up or to lay down.
std::filesystem::path picture_in(const testing::Folder& folder, const char* name) {
    const auto path = folder.path() / name;
    REQUIRE(write_file(path, encode_png(Image(8, 8, PixelFormat::Grey).view())));
    return path;
}

void no_progress(int) {}

}  // namespace

TEST_CASE("a simulated camera sees an empty table until a card is held up", "[drivers]") {
    const testing::Folder folder;
    SimulatedWorld world;
    SimulatedCamera camera(world);
    REQUIRE(camera.start());

    CHECK((*camera.newest(0ms))->coding == PictureCoding::RawGrey);
    REQUIRE(world.show_card(picture_in(folder, "card.png")));
    CHECK((*camera.newest(0ms))->coding == PictureCoding::Png);
    REQUIRE(world.show_card({}));
    CHECK((*camera.newest(0ms))->coding == PictureCoding::RawGrey);
}

TEST_CASE("a simulated camera has a lamp that makes its table brighter", "[drivers]") {
    SimulatedWorld world;
    SimulatedCamera camera(world);
    REQUIRE(camera.start());
    CHECK(camera.set_lamp({}) == Lamp::Off);
    const auto dark = (*camera.newest(0ms))->bytes.front();

    CHECK(camera.set_lamp(Lamp::On) == Lamp::On);
    CHECK((*camera.newest(0ms))->bytes.front() > dark);
    camera.stop();

    REQUIRE(camera.start());
    CHECK(camera.set_lamp({}) == Lamp::Off);
    CHECK((*camera.newest(0ms))->bytes.front() == dark);
}

TEST_CASE("a simulated camera that is lost fails until it is mended", "[drivers]") {
    SimulatedWorld world;
    SimulatedCamera camera(world);
    REQUIRE(camera.start());

    REQUIRE(world.happen("camera_lost"));
    CHECK(camera.newest(0ms).error() == Fault::CameraUnavailable);
    CHECK_FALSE(camera.status().is_ready());
    REQUIRE(world.happen("camera_mended"));
    CHECK(camera.newest(0ms));
}

TEST_CASE("a simulated scanner gives no page without paper", "[drivers]") {
    SimulatedWorld world;
    SimulatedScanner scanner(world);

    CHECK(scanner.scan({}, no_progress).error() == Fault::ScannerNoPaper);
}

TEST_CASE("a simulated scanner takes sheets in turn and keeps the last on the glass", "[drivers]") {
    const testing::Folder folder;
    SimulatedWorld world;
    SimulatedScanner scanner(world);
    REQUIRE(world.lay_papers({picture_in(folder, "1.png"), picture_in(folder, "2.png")}));

    CHECK(scanner.scan({.dpi = 200}, no_progress)->dpi == 200);
    CHECK(scanner.scan({}, no_progress));
    CHECK(scanner.scan({}, no_progress));
    REQUIRE(world.lay_papers({}));
    CHECK(scanner.scan({}, no_progress).error() == Fault::ScannerNoPaper);
}

TEST_CASE("a jam and an open cover stop a simulated scan by name", "[drivers]") {
    const testing::Folder folder;
    SimulatedWorld world;
    SimulatedScanner scanner(world);
    REQUIRE(world.lay_papers({picture_in(folder, "1.png")}));

    REQUIRE(world.happen("scanner_jam"));
    CHECK(scanner.scan({}, no_progress).error() == Fault::ScannerJam);
    REQUIRE(world.happen("scanner_cover"));
    CHECK(scanner.scan({}, no_progress).error() == Fault::ScannerCoverOpen);
    REQUIRE(world.happen("scanner_mended"));
    CHECK(scanner.scan({}, no_progress));
}

TEST_CASE("a cancelled simulated scan says so", "[drivers]") {
    const testing::Folder folder;
    SimulatedWorld world;
    SimulatedScanner scanner(world);
    REQUIRE(world.lay_papers({picture_in(folder, "1.png")}));

    const auto page = scanner.scan({}, [&](int percent) {
        if (percent >= 50) scanner.cancel();
    });

    CHECK(page.error() == Fault::ScannerCancelled);
}

TEST_CASE("slips are written one beside the other, and none without paper", "[drivers]") {
    const testing::Folder folder;
    SimulatedWorld world;
    SimulatedPrinter printer(world, std::make_unique<FilePrinter>(folder.path() / "slips"));
    const Image slip(576, 100, PixelFormat::Grey);

    CHECK(printer.print(slip.view()));
    CHECK(printer.print(slip.view()));
    REQUIRE(world.happen("printer_paper_out"));
    CHECK(printer.print(slip.view()).error() == Fault::PrinterPaperOut);

    CHECK(std::filesystem::exists(folder.path() / "slips/slip-1.png"));
    CHECK(std::filesystem::exists(folder.path() / "slips/slip-2.png"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "slips/slip-3.png"));
}

TEST_CASE("the world knows no accident of another name and no province that is not there",
          "[drivers]") {
    SimulatedWorld world;

    CHECK(world.happen("earthquake").error() == Fault::MessageMalformed);
    CHECK(world.happen("network_cut").error() == Fault::LinkUnavailable);
    CHECK(world.show_card("/nowhere/card.png").error() == Fault::PictureUnreadable);
}
