// How kioskctl words what the decoder saw. Pure; used by kioskctl_qr.cpp.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/result.h"
#include "kiosk/imaging/sighting.h"

namespace motlan {

/// Why nothing was read, for a technician, and the fault's code.
[[nodiscard]] std::string reason_of(const Result<CodeSighting>& seen);

/// A payload on one line: control characters are escaped as in C, and every byte above ASCII too
/// when it is not UTF-8, so that nothing that a code holds can steer a terminal.
[[nodiscard]] std::string escaped(std::string_view text);

/// What read the code, e.g. "plain" or "pictures, 3 together".
[[nodiscard]] std::string step_of(const CodeSighting& seen);

}  // namespace motlan
