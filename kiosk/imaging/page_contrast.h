// How ink stands out from its paper in the light there is, and where a reflection hides it.
#pragma once

#include "kiosk/imaging/page_ink.h"

namespace motlan {

/// Paper minus ink where there are words, or any ink where there are none, 0 to 255; 0 without
/// ink.
[[nodiscard]] double contrast_of(const PageInk& ink);

/// Share of the page where the sensor is as white as it goes while the rest of the paper is not.
[[nodiscard]] double glare_share(const PageInk& ink);

}  // namespace motlan
