// kioskctl counters: what this kiosk's visits add up to, for the indicators of Decision 766.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// Prints the counts of one month, of the newest when none is named.
int counters(Arguments arguments);

}  // namespace motlan
