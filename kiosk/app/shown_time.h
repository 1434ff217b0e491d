// What of the state changes on its own as time passes, as far as it is shown: a tick that changes
// none of it needs no new picture.
#pragma once

#include <chrono>
#include <cstddef>

#include "kiosk/flow/state.h"

namespace motlan {

struct ShownTime {
    std::chrono::sys_time<std::chrono::minutes> minute;
    std::size_t screen = 0;
    std::size_t overlay = 0;
    int seconds_left = 0;
    bool may_leave = false;
    bool number_shown = false;
    TextSize size = TextSize::Normal;
    bool is_asking = false;
    FeeStage fee = FeeStage::Asking;
    int fee_minutes = 0;
    int help_minutes = 0;
    bool is_slow = false;
    bool operator==(const ShownTime&) const = default;
};

[[nodiscard]] ShownTime shown_time(const State& state);

}  // namespace motlan
