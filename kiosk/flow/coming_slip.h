// The slip of a receipt comes by itself, after a moment in which it can be declined.
#pragma once

#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Prints the slip that is still to come; nothing where it is printed, declined or tried already.
/// Whoever goes on before it has come is not left without.
void print_coming(Submitted& screen, Language language, std::vector<Effect>& effects);

}  // namespace motlan
