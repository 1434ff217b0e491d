// The technician's screens on the kiosk that has just served nobody.
#pragma once

#include "kiosk/technician/care_session.h"

namespace motlan {

/// Runs them until the technician has left; without one, asks whether a change of the settings is
/// to stay until that is decided. Meanwhile the kiosk tells others that somebody stands before it,
/// so that no command tests its devices and no change of its settings is tried.
[[nodiscard]] Ending care_for(CareParts parts, const std::optional<StaffMember>& who);

}  // namespace motlan
