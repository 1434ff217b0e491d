// Files that other users of this machine may read: settings, figures, what two programs keep.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "kiosk/core/result.h"

namespace motlan {

/// Who may open a file besides its owner.
enum class Sharing : std::uint8_t {
    ReadByAll,       ///< mode 0644
    WrittenByGroup,  ///< mode 0660
};

/// Writes a new file of that mode, syncs it and renames it into place: the old or the new is there,
/// never half. Follows no link. Fails with Fault::DiskFull or StorageFailed; then the old file
/// stays.
[[nodiscard]] Result<void> write_shared_file(const std::filesystem::path& file,
                                             std::string_view text, Sharing sharing);

}  // namespace motlan
