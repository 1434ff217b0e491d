// From the devices that do not work to the procedures that cannot be filed here now.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/core/device_role.h"
#include "kiosk/flow/hindrance.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// What is left to do with these devices out of order. A jam or an open cover takes no ability
/// away: whoever stands there can mend it.
[[nodiscard]] Ability ability_of(const std::vector<DeviceTrouble>& out_of_order,
                                 const Office& office);

/// What stands in the way of a procedure whose plan, with nothing known of anybody, is `expected`.
[[nodiscard]] Hindrance hindrance_of(const Procedure& procedure, const AcquisitionPlan& expected,
                                     const State& state);

/// The same for each procedure of the office, in its order.
[[nodiscard]] std::vector<Hindrance> hindrances_of(const Office& office, const State& state);

/// How many procedures cannot be begun at this kiosk now; one that is suspended is so everywhere.
[[nodiscard]] std::int64_t withheld(const State& state);

/// The screen that says what is needed, with what stands in the way now.
[[nodiscard]] WhatYouNeed what_you_need(const Procedure& procedure, const Office& office,
                                        const State& state);

}  // namespace motlan
