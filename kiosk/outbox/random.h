// Chance from the operating system through OpenSSL. Thread-safe.
#pragma once

#include <string>

#include "kiosk/core/result.h"

namespace motlan {

/// 128 random bits as 32 lower-case hexadecimal digits: ids of dossiers and queries.
/// Fails with Fault::SealingFailed when the machine has no randomness to give.
[[nodiscard]] Result<std::string> random_id();

/// A number from 0 to 1, for spreading retries; not for secrets.
[[nodiscard]] double random_share();

}  // namespace motlan
