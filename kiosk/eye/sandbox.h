// Locks the calling process up: after this it can compute, and talk over descriptors it
// already holds, and nothing else. One way; call it before the first byte from outside.
#pragma once

#include "kiosk/core/result.h"

namespace motlan {

/// Closes every descriptor but `channel` (0, 1 and 2 become /dev/null), empties the
/// environment, bounds memory and descriptors, forbids core files and tracing, and lets only
/// listed system calls through: any other one ends the process. Fails with
/// Fault::EyeUnavailable; then the process must end.
[[nodiscard]] Result<void> enter_sandbox(int channel);

}  // namespace motlan
