// Time, fee and due day of a procedure, as a citizen weighs them before starting.
#pragma once

#include "kiosk/domain/procedure.h"
#include "kiosk/ui/widgets/pieces.h"

namespace motlan {

/// Side by side where there is room, else below each other.
void add_facts(Ui& ui, Pieces& pieces, const Procedure& procedure);

}  // namespace motlan
