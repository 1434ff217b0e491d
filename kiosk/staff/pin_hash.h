// A PIN as it is kept: scrypt with a salt of its own, so slow and so large that a stolen file does
// not give its PIN away at once (security design 4.10).
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/domain/staff.h"

namespace motlan {

struct PinHash {
    Bytes salt;  ///< 16 random bytes
    Bytes hash;  ///< 32 bytes
};

/// With a fresh salt. Fails with Fault::SealingFailed when the machine has no randomness or no
/// 32 MiB to give.
[[nodiscard]] Result<PinHash> hash_of(const Pin& pin);

/// Takes the same time whether it fits or not. Fails as above.
[[nodiscard]] Result<bool> fits(const Pin& pin, const PinHash& kept);

}  // namespace motlan
