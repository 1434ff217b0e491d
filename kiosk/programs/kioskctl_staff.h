// kioskctl staff: who may sign in on this kiosk. Knows numbers and counts, never a PIN.
#pragma once

#include <string_view>

#include "kiosk/programs/command.h"

namespace motlan {

/// "enrol", "list", "remove" or "unlock".
[[nodiscard]] int staff_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
