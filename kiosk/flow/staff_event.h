// What staff do on the kiosk, and what the citizen lets them do.
#pragma once

#include "kiosk/core/fault.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/item.h"

namespace motlan {

struct StaffEntryWished {};  ///< somebody says to be staff
/// The citizen chooses what the helper may do.
struct HelpScopeChosen {
    HelpScope scope;
};
struct HandedBack {};  ///< the kiosk is the citizen's again
/// The citizen has read what the helper entered, and it is right; or it is not.
struct HelpedJudged {
    ItemId item;
    bool is_right = false;
};

/// Badge and PIN hold.
struct StaffAdmitted {
    StaffMember who;
};
struct StaffRefused {
    Fault fault;
};

}  // namespace motlan
