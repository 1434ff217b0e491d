// The code that the VNeID application shows. Its content is not published: to the kiosk it is
// opaque, and only the province can say whose it is (domain notes 2).
#pragma once

#include "kiosk/core/bytes.h"

namespace motlan {

/// Whether a code that is no card's may be VNeID's: one token of 24 to 2,048 letters, digits and
/// "-_.+/=", so that an address, a contact or a wireless password is never sent anywhere.
[[nodiscard]] bool may_be_vneid_code(ByteView payload);

}  // namespace motlan
