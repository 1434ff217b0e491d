// Both sides of an identity card on one sheet, at their real size, as offices want their copies.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/prepared_page.h"

namespace motlan {

/// One A4 sheet of kPageDpi with the front above the back, each 85.60 by 53.98 mm (ISO/IEC
/// 7810:2019, 5.1: ID-1) with its longer side across. The sides come from prepare_page() with
/// PageLight::Keep. The sheet is Rgb; its report names the worst of both sides' faults.
/// Fails with Fault::PageTooSmall when a side is empty.
[[nodiscard]] Result<PreparedPage> compose_card_sides(const PreparedPage& front,
                                                      const PreparedPage& back);

}  // namespace motlan
