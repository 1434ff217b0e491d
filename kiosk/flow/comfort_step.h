// The part of a step that is about how somebody wishes the kiosk to be. It means the same on every
// screen.
#pragma once

#include "kiosk/flow/staff_step.h"

namespace motlan {

/// Whether the event is thereby done: it was such a wish.
[[nodiscard]] bool take_comfort_event(const StaffStage& stage, const Event& event);

}  // namespace motlan
