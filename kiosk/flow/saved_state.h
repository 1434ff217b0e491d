// X08: what the citizen has made is put away for a day, and the slip that is half of what opens it
// is handed out.
#pragma once

#include <optional>

#include "kiosk/core/fault.h"
#include "kiosk/domain/receipt.h"
#include "kiosk/domain/saved_slip.h"
#include "kiosk/flow/progress.h"
#include "kiosk/flow/visit.h"

namespace motlan {

/// It is being saved, or could not be: then nothing is lost and the visit may go on.
struct SavingWork {
    Visit visit;
    bool is_before_sources = false;  ///< going back leads to the consent
    std::optional<Fault> fault;      ///< why it could not
};

/// It waits on this kiosk; nothing of it is left in the visit.
struct SavedForLater {
    SavedSlip saved;
    SlipStage slip = SlipStage::Printing;
    std::optional<Fault> slip_fault;
};

}  // namespace motlan
