// How long this program has been running, for the start-up figure of the log.
#pragma once

#include <chrono>

namespace motlan {

/// Time since exec, to the kernel's hundredth of a second (proc(5), field starttime).
[[nodiscard]] std::chrono::milliseconds time_since_exec();

}  // namespace motlan
