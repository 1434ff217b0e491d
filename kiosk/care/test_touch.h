// T07 and T08: the touch panel and the six keys. Without somebody at the screen only their presence
// is known; what somebody touched and pressed there is judged here.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "kiosk/core/device_test.h"

namespace motlan {

/// Where a finger was asked to, and where it came, in millimetres of the panel.
struct TouchTry {
    double wanted_x = 0;
    double wanted_y = 0;
    double touched_x = 0;
    double touched_y = 0;
};

/// The 25 points of ux 7, T07: at most 3 mm beside them on average, and 6 mm each.
[[nodiscard]] TestResult judge_touches(const std::vector<TouchTry>& tries);

/// All six keys have to come.
[[nodiscard]] TestResult judge_keys(const std::set<std::string>& pressed);
inline constexpr int kKeys = 6;

/// What can be said without a screen: of a panel that is plugged in, that it needs one.
[[nodiscard]] TestResult presence_of(DeviceTest test, bool is_plugged);

}  // namespace motlan
