// Somebody at a terminal watches a change of kiosk.toml being tried, and says whether it is to
// stay.
#pragma once

#include "kiosk/care/config_change.h"

namespace motlan {

/// From now on an interruption, or the end that the system asks for, takes back what is tried, and
/// a lost line leaves it to its end. A second interruption ends this program at once.
void hear_interruptions();

/// A typed "y" keeps what is tried, any other line takes it back; `is_kept` asks nobody.
[[nodiscard]] TrialPatience terminal_patience(const ConfigPlace& place, bool is_kept);

}  // namespace motlan
