// A PIN as it is kept: scrypt with a salt of its own, so slow and so large that a stolen file does
// not give its PIN away at once; with a pepper that only the machine's TPM tells, where there is
// one, not at all (security design 4.10).
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/domain/staff.h"

namespace motlan {

struct PinHash {
    Bytes salt;  ///< 16 random bytes
    Bytes hash;  ///< 32 bytes
    bool is_peppered = false;
};

/// What is hashed with a PIN and does not stand beside its hash; empty: nothing.
using Pepper = Bytes;

/// With a fresh salt and that pepper. Fails with Fault::SealingFailed when the machine has no
/// randomness or no 32 MiB to give.
[[nodiscard]] Result<PinHash> hash_of(const Pin& pin, const Pepper& pepper);

/// Takes the same time whether it fits or not; the pepper counts only for a hash that has it. Fails
/// as above.
[[nodiscard]] Result<bool> fits(const Pin& pin, const PinHash& kept, const Pepper& pepper);

}  // namespace motlan
