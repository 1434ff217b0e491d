// Stains a picture of a code: patches, strokes and specks of any grey over what the camera saw.
#pragma once

#include <cstdint>

#include "kiosk/core/image.h"

namespace motlan::testing {

/// The grey picture with up to eight patches and strokes and up to one pixel in twenty a speck.
/// Equal seeds give equal stains.
[[nodiscard]] Image stained(Image picture, std::uint64_t seed);

}  // namespace motlan::testing
