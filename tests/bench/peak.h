// The most memory that a process ever had.
#pragma once

namespace motlan::testing {

/// Resident, in KiB; 0 when nobody tells.
[[nodiscard]] int peak_kib(int process);

}  // namespace motlan::testing
