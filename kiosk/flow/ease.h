// To whom an easier kiosk is offered without being asked.
#pragma once

#include "kiosk/flow/comfort.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/visit.h"

namespace motlan {

/// Whoever is sixty or older by the year of their birth and has not made the kiosk easier yet
/// (ux 6.3). Offered, never done: it tells nothing about anybody.
[[nodiscard]] bool may_like_ease(const Visit& visit, const Office& office, const Comfort& comfort);

}  // namespace motlan
