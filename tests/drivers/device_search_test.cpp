#include "drivers/search/device_search.h"

#include <fstream>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/folder.h"

using namespace motlan;
using motlan::testing::Folder;
namespace fs = std::filesystem;

namespace {

/// A folder with the kernel's lists as on a machine with a few devices.
class Machine {
public:
    void put(const fs::path& file, std::string_view text) {
        fs::create_directories((root() / file).parent_path());
        std::ofstream(root() / file) << text << '\n';
    }
    [[nodiscard]] const fs::path& root() const { return folder_.path(); }
    [[nodiscard]] std::vector<FoundDevice> search() const { return search_devices(root()); }

private:
    Folder folder_;
};

}  // namespace

TEST_CASE("a bare machine has no devices", "[drivers]") { CHECK(Machine().search().empty()); }

TEST_CASE("a camera is found once, under the name that lasts", "[drivers]") {
    Machine machine;
    machine.put("sys/class/video4linux/video0/name", "Card Camera");
    machine.put("sys/class/video4linux/video0/index", "0");
    machine.put("sys/class/video4linux/video1/index", "1");
    machine.put("dev/video0", "");
    fs::create_directories(machine.root() / "dev/v4l/by-id");
    const auto link = machine.root() / "dev/v4l/by-id/usb-Card_Camera-video-index0";
    fs::create_symlink("../../video0", link);

    CHECK(machine.search() == std::vector<FoundDevice>{{DeviceKind::Camera, "Card Camera", link}});
}

TEST_CASE("scanner, printer and card reader are known by their class on USB", "[drivers]") {
    Machine machine;
    machine.put("sys/bus/usb/devices/1-1/product", "Flatbed");
    machine.put("sys/bus/usb/devices/1-1:1.0/bInterfaceClass", "06");
    machine.put("sys/bus/usb/devices/1-2/product", "Slip");
    machine.put("sys/bus/usb/devices/1-2/manufacturer", "Invented");
    machine.put("sys/bus/usb/devices/1-2:1.0/bInterfaceClass", "07");
    machine.put("sys/bus/usb/devices/1-2:1.0/usbmisc/lp0/dev", "180:0");
    machine.put("sys/bus/usb/devices/1-3:1.0/bInterfaceClass", "0b");
    machine.put("sys/bus/usb/devices/1-4:1.0/bInterfaceClass", "09");

    const auto found = machine.search();

    REQUIRE(found.size() == 3);
    CHECK(found[0].kind == DeviceKind::CardReader);
    CHECK(found[1] == FoundDevice{DeviceKind::Scanner, "Flatbed", "usb/1-1:1.0"});
    CHECK(found[2] ==
          FoundDevice{DeviceKind::Printer, "Invented Slip", machine.root() / "dev/usb/lp0"});
}

TEST_CASE("a touch panel is told from what types", "[drivers]") {
    Machine machine;
    // ABS_MT_POSITION_X is bit 53; KEY_ENTER bit 28.
    machine.put("sys/class/input/event0/device/capabilities/abs", "260800000000003");
    machine.put("sys/class/input/event0/device/capabilities/key", "0");
    machine.put("sys/class/input/event1/device/capabilities/abs", "0");
    machine.put("sys/class/input/event1/device/capabilities/key", "10000000");
    machine.put("sys/class/input/event2/device/capabilities/abs", "0");
    machine.put("sys/class/input/event2/device/capabilities/key", "0");

    const auto found = machine.search();

    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == DeviceKind::TouchPanel);
    CHECK(found[1].kind == DeviceKind::Keypad);
}

TEST_CASE("a USB device says which one it is, others say nothing", "[drivers]") {
    Machine machine;
    const fs::path port = "sys/devices/pci0000:00/usb1/1-1";
    machine.put(port / "idVendor", "046d");
    machine.put(port / "serial", "1C8A\x1b");
    machine.put(port / "bcdDevice", "0110");
    machine.put(port / "1-1:1.0/video4linux/video0/name", "Card Camera");
    machine.put(port / "1-1:1.0/video4linux/video0/index", "0");
    fs::create_directories(machine.root() / "sys/class/video4linux");
    fs::create_symlink(machine.root() / port / "1-1:1.0/video4linux/video0",
                       machine.root() / "sys/class/video4linux/video0");
    fs::create_symlink(machine.root() / port / "1-1:1.0",
                       machine.root() / port / "1-1:1.0/video4linux/video0/device");
    machine.put("sys/bus/usb/devices/1-2/idVendor", "04b8");
    machine.put("sys/bus/usb/devices/1-2/bcdDevice", "0009");
    machine.put("sys/bus/usb/devices/1-2:1.0/bInterfaceClass", "07");
    machine.put("sys/class/sound/card0/id", "PCH");
    fs::create_directories(machine.root() / "sys/class/sound/card0/device");

    const auto found = machine.search();

    REQUIRE(found.size() == 3);
    CHECK(found[0].serial == "1C8A");
    CHECK(found[0].firmware == "1.10");
    CHECK(found[1].kind == DeviceKind::Printer);
    CHECK(found[1].serial.empty());
    CHECK(found[1].firmware == "0.09");
    CHECK(found[2].serial.empty());
    CHECK(found[2].firmware.empty());
}

TEST_CASE("a name that a device gives itself cannot write on the terminal", "[drivers]") {
    Machine machine;
    machine.put("sys/class/video4linux/video0/name", "Cam\x1b[2J");
    machine.put("sys/class/video4linux/video0/index", "0");
    machine.put("sys/class/sound/card0/id", std::string(5000, 'x'));

    const auto found = machine.search();

    REQUIRE(found.size() == 2);
    CHECK(found[0].title == "Cam[2J");
    CHECK(found[1].title.size() == 256);
}
