// kioskctl camera: what the card camera sees now, for the one who sets it up.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// Looks through the configured camera as a visit does and tells each second what came of it.
/// What stands in a code is never shown.
[[nodiscard]] int camera_command(Arguments arguments);

}  // namespace motlan
