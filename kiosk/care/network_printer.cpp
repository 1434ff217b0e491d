#include "kiosk/care/network_printer.h"

#include "drivers/ipp_printer/ipp_printer.h"
#include "drivers/ipp_printer/ipp_session.h"

namespace motlan {

std::optional<FoundDevice> network_printer(const DeviceSettings& devices) {
    if (devices.printer_driver != "ipp") return std::nullopt;
    const std::string& address = devices.ipp.address;
    FoundDevice printer{DeviceKind::Printer, address, address};
    auto session = IppSession::open(address, IppPatience{}.answer);
    const auto identity = session ? session->ask_identity() : fail(session.error());
    if (!identity) return printer;
    if (!identity->model.empty()) printer.title = identity->model;
    printer.serial = identity->serial;
    printer.firmware = identity->firmware;
    return printer;
}

std::vector<FoundDevice> all_devices(const DeviceSettings& devices) {
    auto found = search_devices("/");
    if (const auto printer = network_printer(devices)) found.push_back(*printer);
    return found;
}

}  // namespace motlan
