// Staff sign in at a walk.
#pragma once

#include "tests/flow/walk.h"

namespace motlan {

inline const StaffMember kAn{StaffNumber("0123"), "Nguyễn Văn An", StaffRole::Attendant};
inline const StaffMember kMai{StaffNumber("0456"), "Trần Thị Mai", StaffRole::Supervisor};

/// Badge and PIN at the sign-in that is open.
inline Walk& show_badge(Walk& walk, const StaffMember& who) {
    walk(CardCodeRead{to_bytes("MLB1:ABC")})(LettersTyped{"246810"})(Proceeded{});
    return walk(StaffAdmitted{who});
}

/// From the call to the sign-in.
inline Walk& come(Walk& walk, const StaffMember& who = kAn) {
    return show_badge(walk(StaffWished{})(StaffEntryWished{}), who);
}

/// The citizen lets that member of staff help.
inline Walk& let_help(Walk& walk, HelpScope scope = HelpScope::Type, const StaffMember& who = kAn) {
    come(walk, who);
    if (walk.shows<StaffBoard>()) walk(HelpHereWished{});
    return walk(HelpScopeChosen{scope})(Proceeded{});
}

}  // namespace motlan
