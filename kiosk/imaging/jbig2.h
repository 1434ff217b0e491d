// JBIG2 (ITU-T T.88) as a page file embeds it: one generic region, always lossless. Symbols, by
// which another coder may confuse digits, are never used.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/imaging/bit_mask.h"

namespace motlan {

/// The mask as a page information segment and an immediate lossless generic region, without file
/// header and end segments (ISO 32000-1, 7.4.7). Set pixels are black. Equal masks give equal
/// bytes.
[[nodiscard]] Bytes encode_jbig2(const BitMask& mask);

}  // namespace motlan
