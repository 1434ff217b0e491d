// Basic Access Control (Doc 9303-11 section 4.3): opens an older chip with what its card's
// machine-readable zone says.
#pragma once

#include "kiosk/chip/chip_session.h"
#include "kiosk/chip/mrz.h"

namespace motlan {

/// Agrees on keys and protects the session; the application is selected. Fails with
/// Fault::ChipLocked when the chip refuses the zone, and as ChipSession::send does.
[[nodiscard]] Result<void> open_with_mrz(ChipSession& session, const MrzKey& mrz,
                                         const Chance& chance);

}  // namespace motlan
