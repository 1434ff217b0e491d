// Base45 (RFC 9285): bytes in the letters that a QR code packs tightest. Pure.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Reads what has exactly one spelling: the 45 letters, no number beyond its bytes.
/// Fails with Fault::MessageMalformed.
[[nodiscard]] Result<Bytes> from_base45(std::string_view text);

/// The one spelling of these bytes.
[[nodiscard]] std::string to_base45(ByteView bytes);

}  // namespace motlan
