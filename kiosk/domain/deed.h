// What a member of staff has done at this kiosk, as its audit log tells it (S08). Nothing of a
// citizen.
#pragma once

#include <cstdint>

#include "kiosk/domain/help.h"

namespace motlan {

enum class DeedKind : std::uint8_t {
    SignedIn,
    CallTaken,  ///< went to somebody who had called at another kiosk
    Helped,
    Witnessed,  ///< a declaration, as reader or witness
    Excepted,   ///< took a paper that a silent source should hold
};

struct StaffDeed {
    DeedKind kind = DeedKind::SignedIn;
    WallTime from{};
    WallTime to{};                       ///< of help that is over; else as `from`
    HelpScope scope = HelpScope::Guide;  ///< of help
    std::int64_t entered = 0;            ///< of help
    std::int64_t confirmed = 0;          ///< of help
    bool operator==(const StaffDeed&) const = default;
};

}  // namespace motlan
