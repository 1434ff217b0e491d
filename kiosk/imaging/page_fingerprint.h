// Tells whether two pages are the same sheet of paper, scanned twice.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// The ink of a whitened, upright, grey page of this many dots per inch.
[[nodiscard]] PageFingerprint fingerprint_of(const ImageView& grey, int dpi);

/// How alike two pages are at the place where they differ most, 0 to 1. The same form filled in
/// for somebody else differs there. Blank pages are like nothing (0).
[[nodiscard]] double likeness(const PageFingerprint& one, const PageFingerprint& other);

/// Whether both are the same sheet.
[[nodiscard]] bool is_same_sheet(const PageFingerprint& one, const PageFingerprint& other);

}  // namespace motlan
