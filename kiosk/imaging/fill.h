// Fills what nobody knows from what stands around it.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"

namespace motlan {

/// The picture with every pixel whose `known` byte is 0 replaced by a smooth blend of the known
/// ones around it; white when none is known. Rgb; `known` has a byte for each pixel.
[[nodiscard]] Image filled(Image picture, Bytes known);

}  // namespace motlan
