// Assumptions that must hold in every build. A broken one ends the process: the log says
// where, and a fresh kiosk starts at the welcome screen with nothing left of the visit.
#pragma once

#include <source_location>

namespace motlan {

/// Ends the process when `condition` is false.
void expects(bool condition, std::source_location where = std::source_location::current());

}  // namespace motlan
