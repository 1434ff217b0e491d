// What staff do on the kiosk, and what the citizen lets them do.
#pragma once

#include <string>
#include <vector>

#include "kiosk/core/fault.h"
#include "kiosk/domain/call.h"
#include "kiosk/domain/deed.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/item.h"
#include "kiosk/domain/paper_exception.h"

namespace motlan {

struct StaffEntryWished {};  ///< somebody says to be staff
/// The citizen chooses what the helper may do.
struct HelpScopeChosen {
    HelpScope scope;
    bool is_here_only = false;  ///< for the item that is asked now, and no other
};
struct HandedBack {};  ///< the kiosk is the citizen's again
/// The citizen has read what the helper entered, and it is right; or it is not.
struct HelpedJudged {
    ItemId item;
    bool is_right = false;
};

/// Staff go to whoever has called at that kiosk.
struct CallTakeWished {
    std::string kiosk;
};
struct HelpHereWished {};  ///< staff help somebody at this kiosk
struct DeedsWished {};     ///< "what have I done today?"
/// The citizen cannot declare alone.
struct WitnessWished {};
struct SigningNeedChosen {
    SigningNeed need;
};
/// A supervisor wants to take this paper though a source should hold it.
struct ExceptionWished {
    ItemId item;
};
struct ExceptionReasonChosen {
    ExceptionReason reason;
};

/// Somebody is on the way to this kiosk.
struct CallAnswered {};
/// What the province knows of calls.
struct CallsListed {
    CallList calls;
};
struct CallsNotListed {
    Fault fault;
};
/// What the signed-in member of staff has done here today, the newest first.
struct DeedsRead {
    std::vector<StaffDeed> deeds;
};
struct DeedsNotRead {
    Fault fault;
};
/// Badge and PIN hold.
struct StaffAdmitted {
    StaffMember who;
};
struct StaffRefused {
    Fault fault;
};

}  // namespace motlan
