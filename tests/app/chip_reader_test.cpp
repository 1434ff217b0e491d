// What a chip reader's settings ask for before the first card.
#include "kiosk/app/chip_reader.h"

#include <fstream>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/folder.h"

namespace motlan {
namespace {

using testing::Folder;

std::string reason_of(const std::filesystem::path& trust) {
    DeviceSettings devices;
    devices.chip = ChipSettings{.reader = {}, .trust = trust};
    const auto reading = chip_reading(devices, "kiosk.toml");
    if (reading) return "none";
    CHECK(reading.error().file == "kiosk.toml");
    CHECK(reading.error().key == "chip.trust");
    return reading.error().reason;
}

}  // namespace

TEST_CASE("a kiosk without a chip reader needs no certificates", "[app]") {
    CHECK(chip_reading({}, "kiosk.toml").has_value());
}

TEST_CASE("a chip reader without the State's certificates is said before it is used", "[app]") {
    const Folder folder;
    const std::string wanted =
        "a folder with certificates of the issuing State (PEM), and nothing else in it, is needed "
        "here";

    CHECK(reason_of(folder.path() / "missing") == wanted);
    CHECK(reason_of(folder.path()) == wanted);
    std::ofstream(folder.path() / "readme.txt") << "certificates go here";
    CHECK(reason_of(folder.path()) == wanted);
}

}  // namespace motlan
