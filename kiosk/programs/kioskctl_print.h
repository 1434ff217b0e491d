// kioskctl print: the printer alone, for the one who sets it up.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// Says how the configured printer is and prints a slip that names nobody.
[[nodiscard]] int print_command(Arguments arguments);

}  // namespace motlan
