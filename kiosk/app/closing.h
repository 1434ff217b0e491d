// A technician closes a kiosk for citizens and opens it again: a small file that outlives programs
// and power. Any thread.
#pragma once

#include <filesystem>

#include "kiosk/core/result.h"

namespace motlan {

/// Whether the kiosk is closed. `state` is $STATE_DIRECTORY.
[[nodiscard]] bool is_closed(const std::filesystem::path& state);

/// Fail with Fault::DiskFull or StorageFailed; then it stays as it was.
[[nodiscard]] Result<void> close_kiosk(const std::filesystem::path& state);
[[nodiscard]] Result<void> open_kiosk(const std::filesystem::path& state);

}  // namespace motlan
