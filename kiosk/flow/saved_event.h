// What happens to what a citizen saves to go on later (ux X08).
#pragma once

#include "kiosk/core/fault.h"
#include "kiosk/domain/saved_slip.h"
#include "kiosk/domain/saved_work.h"

namespace motlan {

// --- the citizen ---
struct SaveWished {};

// --- this machine ---
struct WorkSaved {
    SavedSlip saved;
};
struct WorkNotSaved {
    Fault fault;
};
/// What the slip names waits here.
struct SavedFound {
    SavedSlip saved;
};
struct SavedNotFound {
    Fault fault;
};
/// Slip and card have opened it; it is nowhere else any more. Its pages have their previews and
/// numbers of sheets that no other page of the visit has.
struct WorkOpened {
    SavedWork work;
};
struct WorkNotOpened {
    Fault fault;
};

}  // namespace motlan
