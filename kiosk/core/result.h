// Expected trouble is a value: every function that can fail answers a Result.
#pragma once

#include <expected>

#include "kiosk/core/fault.h"

namespace motlan {

/// A value, or the one Fault that kept us from having it.
template <typename T>
using Result = std::expected<T, Fault>;

/// Short for returning a fault early.
[[nodiscard]] inline std::unexpected<Fault> fail(Fault fault) { return std::unexpected(fault); }

}  // namespace motlan
