// Who has changed kiosk.toml last: a small file beside it, which whoever changes it leaves for the
// kiosk to find when it starts anew (formats.md 12).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/result.h"
#include "kiosk/domain/staff.h"

namespace motlan {

struct ChangeNote {
    std::string by;  ///< a badge's number, "kioskctl"
    std::optional<StaffNumber> second{};
    std::string former;  ///< SHA-256 of the file that was in force
    std::string text;    ///< SHA-256 of the file that took its place
    bool operator==(const ChangeNote&) const = default;
};

/// Fails with Fault::DiskFull or StorageFailed.
[[nodiscard]] Result<void> write_change_note(const std::filesystem::path& config,
                                             const ChangeNote& note);
/// Nothing where there is none that can be read.
[[nodiscard]] std::optional<ChangeNote> read_change_note(const std::filesystem::path& config);

}  // namespace motlan
