// kioskctl scan: the scanner alone, for the one who sets it up.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// Lists the scanners that SANE finds, or scans with the configured one as a visit does.
[[nodiscard]] int scan_command(Arguments arguments);

}  // namespace motlan
