// kioskctl audit list and audit verify: what this kiosk did, and whether anybody changed it since.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// `verb` is "list" or "verify".
[[nodiscard]] int audit_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
