// In which language a technician at a terminal is spoken to.
#pragma once

#include "kiosk/domain/words.h"

namespace motlan {

/// As the terminal's own settings say; English where they say nothing.
[[nodiscard]] Language technicians_language();

}  // namespace motlan
