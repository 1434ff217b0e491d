// kioskctl staff: who may sign in on this kiosk, and who waits for them. Knows numbers and counts,
// never a PIN.
#pragma once

#include <string_view>

#include "kiosk/programs/command.h"

namespace motlan {

/// "enrol", "list", "remove" or "unlock".
[[nodiscard]] int staff_command(std::string_view verb, Arguments arguments);

/// "staff calls": where somebody waits for staff.
[[nodiscard]] int staff_calls(Arguments arguments);

}  // namespace motlan
