// Basic Access Control (Doc 9303-11 section 4.3): opens an older chip with what its card's
// machine-readable zone says.
#pragma once

#include "kiosk/chip/chip_session.h"
#include "kiosk/chip/mrz.h"

namespace motlan {

/// Whether the chip lets itself be opened so, as far as it says to anybody: it gives out a
/// challenge. The application is selected. Fails as ChipSession::send does.
[[nodiscard]] Result<bool> offers_basic_access(ChipSession& session);

/// Agrees on keys and protects the session; the application is selected. Fails with
/// Fault::ChipLocked when the chip refuses the zone (another may be tried then), and as
/// ChipSession::send does.
[[nodiscard]] Result<void> open_with_mrz(ChipSession& session, const MrzKey& mrz,
                                         const Chance& chance);

}  // namespace motlan
