// kioskctl outbox export and outbox import: sealed dossiers to a memory stick, receipts back.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// `verb` is "export" or "import".
[[nodiscard]] int medium_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
