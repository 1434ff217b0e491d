// Files that other users of this machine read: settings, figures.
#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/core/result.h"

namespace motlan {

/// Writes a new file of mode 0644, syncs it and renames it into place: the old or the new is there,
/// never half. Fails with Fault::DiskFull or StorageFailed; then the old file stays.
[[nodiscard]] Result<void> write_public_file(const std::filesystem::path& file,
                                             std::string_view text);

}  // namespace motlan
