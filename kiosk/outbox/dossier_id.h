// Which dossier: a random name that says nothing about a person, a time or an order.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/core/strong.h"

namespace motlan {

/// 32 lower-case hexadecimal digits, made once and never changed.
using DossierId = Strong<struct DossierIdTag, std::string>;

/// A new one. Fails with Fault::SealingFailed.
[[nodiscard]] Result<DossierId> new_dossier_id();

/// Reads exactly 32 lower-case hexadecimal digits. Fails with Fault::MessageMalformed.
[[nodiscard]] Result<DossierId> parse_dossier_id(std::string_view text);

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256(ByteView bytes);

/// Whether this is 64 lower-case hexadecimal digits.
[[nodiscard]] bool is_sha256(std::string_view text);

}  // namespace motlan
