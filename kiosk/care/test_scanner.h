// T05: does the scanner deliver sheets that an office can read?
#pragma once

#include <functional>

#include "kiosk/core/device_test.h"
#include "kiosk/device/document_scanner.h"

namespace motlan {

/// Turns what a scanner delivered into pixels, RGB.
using DecodeScan = std::function<Result<Image>(const EncodedPicture&)>;

/// Scans once. The test sheet is measured: straight to 1 degree, no edge missing, lines of 200 dpi
/// told apart, light even to 80 %, colours within 15 (CIE 1976). An empty glass is looked over for
/// dirt. Anything else could not be tested.
[[nodiscard]] TestResult test_scanner(DocumentScanner& scanner, const ScanSettings& settings,
                                      const DecodeScan& decode);

}  // namespace motlan
