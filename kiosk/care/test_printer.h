// T06: does the printer print what the camera reads again?
#pragma once

#include <functional>

#include "kiosk/core/device_test.h"
#include "kiosk/device/receipt_printer.h"

namespace motlan {

struct PrinterTrial {
    ReceiptPrinter& printer;
    const Image& slip;  ///< of the printer's width
    std::string words;  ///< what its code says: test_code.h
    const Clock& clock;
    /// The next code held before the camera; nothing when nobody holds one.
    std::function<Result<std::optional<Bytes>>()> read_back;
};

/// Prints the slip and waits for it to be held before the camera. Paper that is low is told, and
/// fails nothing.
[[nodiscard]] TestResult test_printer(const PrinterTrial& trial);

}  // namespace motlan
