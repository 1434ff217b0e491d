// How ink stands out from its paper in the light there is.
#pragma once

#include "kiosk/imaging/page_ink.h"

namespace motlan {

/// Paper minus ink where there are words, or any ink where there are none, 0 to 255; 0 without
/// ink.
[[nodiscard]] double contrast_of(const PageInk& ink);

}  // namespace motlan
