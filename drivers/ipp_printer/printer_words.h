// What printers say of themselves, as far as it may be shown. Pure.
#pragma once

#include <string>

namespace motlan {

/// Without letters that a terminal obeys.
[[nodiscard]] std::string plain_line(std::string said);

/// The serial number in "MFG:EPSON;MDL:TM-T82III;SN:X4K1001;" (IEEE 1284, 7.6); empty where the
/// line has none.
[[nodiscard]] std::string serial_in(const std::string& device_id);

}  // namespace motlan
