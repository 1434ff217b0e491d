// Decides which modules are dark from one or several views of the same code, undoing blur: the
// most plausible code is the one whose blurred picture differs least from what was measured.
#pragma once

#include <span>

#include "kiosk/imaging/qr_layout.h"
#include "kiosk/imaging/qr_view.h"

namespace motlan {

struct QrBelief {
    QrPlane likely;  ///< 1 dark, -1 light
    QrPlane odds;    ///< how sure, signed like `likely`: half the log of the odds; 0 is unknown
};

/// Solves for all modules at once. `known` are modules that need no solving, e.g. the fixed
/// patterns of the layout. Every view has the same number of modules; a view counts for more the
/// less noise it has.
[[nodiscard]] QrBelief solve_modules(std::span<const QrView> views, int modules,
                                     std::span<const QrModule> known);

}  // namespace motlan
