// The part of a desk's step that is about serving nobody: now, or at a planned time. For the
// sources of this folder only.
#pragma once

#include "kiosk/technician/care_desk.h"

namespace motlan {

/// With what is planned, or with the next full hour for an hour.
void begin_plan(CareDesk& desk);
/// The plan as it would be; as it is when nobody could mean that.
[[nodiscard]] PlannedRest moved_plan(const CareDesk& desk, const PlanMoved& moved);
void move_plan(CareDesk& desk, const PlanMoved& moved);
/// The kiosk rests then, unless that is over already.
void take_plan(CareTurn& turn);
void drop_plan(CareTurn& turn);
/// What the disk says.
void see_closing(CareDesk& desk, const ClosingSeen& seen);

}  // namespace motlan
