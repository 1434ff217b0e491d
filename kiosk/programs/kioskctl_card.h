// kioskctl card: the chip reader and the chip that lies on it, for the one who sets it up.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// Tells each second whether the reader and a card are there and how the chip lets itself be
/// opened; or, given a picture of the card's code, opens the chip once as a visit does. What code
/// and chip say of their holder is never shown.
[[nodiscard]] int card_command(Arguments arguments);

}  // namespace motlan
