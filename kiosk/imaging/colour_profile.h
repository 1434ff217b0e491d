// The colours that a page file means by its numbers.
#pragma once

#include "kiosk/core/bytes.h"

namespace motlan {

/// An ICC profile of sRGB (IEC 61966-2-1), always the same bytes. Empty only without memory.
[[nodiscard]] Bytes srgb_profile();

}  // namespace motlan
