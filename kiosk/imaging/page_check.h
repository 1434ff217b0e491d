// Whether a scanned sheet can be used at all: not blank, not too small. Grey pictures only.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"

namespace motlan {

/// What a sheet measures.
struct PageLook {
    int dpi = 0;  ///< as the scanner said, else as if the longer side were that of A4
    double short_side_mm = 0;
    double ink = 0;  ///< share of the sheet that stands out from its background, 0 to 1
};

/// Measures a grey page; `dpi` 0 means that nobody knows.
[[nodiscard]] PageLook measure_page(const ImageView& grey, int dpi);

/// Fails with Fault::PageTooSmall (under 100 dpi as A4, or a side under 50 mm: an ID card has
/// 53.98 mm by ISO/IEC 7810:2019, 5.1) or Fault::PageBlank.
[[nodiscard]] Result<void> check_page(const PageLook& look);

}  // namespace motlan
