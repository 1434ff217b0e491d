// kioskctl config check: reads the configuration and the catalogue as the kiosk does.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// [--json] [FILE]: says "fine", or the first problem with file, line, key and reason.
int config_check(Arguments arguments);

}  // namespace motlan
