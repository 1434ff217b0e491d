// What a helper has changed, item by item, for the audit log. Pure; whoever writes it makes hashes.
#pragma once

#include <vector>

#include "kiosk/flow/assistance.h"
#include "kiosk/flow/effect.h"

namespace motlan {

/// Each of `items` as it stood when the citizen handed over and as it stands in `visit` now.
[[nodiscard]] std::vector<HelpEdit> help_edits(const Assistance& help, const Visit& visit,
                                               const std::vector<ItemId>& items);

}  // namespace motlan
