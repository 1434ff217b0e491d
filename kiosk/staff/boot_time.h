// Time that nobody can set: how long this machine has run since it was started, also while it
// slept, and which start that was.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace motlan {

struct BootTime {
    std::string boot;  ///< random for each start; empty when unknown
    std::chrono::milliseconds since{};
};

/// Tells it; tests have one of their own.
using BootClock = std::function<BootTime()>;

/// The running machine's.
[[nodiscard]] BootTime boot_time();

}  // namespace motlan
