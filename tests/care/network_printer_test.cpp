// The printer of the network as the technician sees it: which one it is, as far as it says.
#include "kiosk/care/network_printer.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/assignment.h"
#include "tests/drivers/ipp_twin.h"

namespace motlan {
namespace {

DeviceSettings at(const std::string& address) {
    return {.printer_driver = "ipp", .ipp = {.address = address}};
}

}  // namespace

TEST_CASE("a printer of the network says model, serial number and firmware", "[care]") {
    testing::IppTwin twin;
    twin.be({.model = "EPSON TM-m30III",
             .firmware = "10.02\x1b",
             .device_id = "MFG:EPSON;MDL:TM-m30III;SN:X4K1001;CLS:PRINTER;"});

    const auto printer = network_printer(at(twin.address()));

    REQUIRE(printer);
    CHECK(*printer ==
          FoundDevice{DeviceKind::Printer, "EPSON TM-m30III", twin.address(), "X4K1001", "10.02"});
    CHECK(settings_for(DeviceRole::Printer, *printer) ==
          SettingValues{{"printer.driver", "ipp"}, {"printer.address", twin.address()}});
}

TEST_CASE("one that says nothing, or does not answer, is called by its address", "[care]") {
    testing::IppTwin twin;
    const std::string address = twin.address();
    const FoundDevice unnamed{DeviceKind::Printer, address, address};

    CHECK(network_printer(at(address)) == unnamed);
    twin.go();
    CHECK(network_printer(at(address)) == unnamed);
    CHECK_FALSE(network_printer({.printer_driver = "escpos"}));
}

}  // namespace motlan
