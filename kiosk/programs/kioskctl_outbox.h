// kioskctl outbox: what this kiosk keeps, without personal data.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// "list" writes one line for each dossier: id, state, size, age. "verify" compares every stored
/// byte with its signed label. With --json one object for each line.
[[nodiscard]] int outbox_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
