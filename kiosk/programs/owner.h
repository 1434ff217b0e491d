// A technician logs in as root, the kiosk's things belong to its own user.
#pragma once

#include <filesystem>

#include <string_view>

#include "kiosk/core/result.h"
#include "kiosk/domain/staff.h"

namespace motlan {

/// Goes on as the owner of `folder` when this is root and root does not own it, so that nothing a
/// command leaves there locks the kiosk out. Fails with Fault::StorageFailed; then nothing was
/// done.
[[nodiscard]] Result<void> become_owner_of(const std::filesystem::path& folder);

/// Gives a file or an empty folder that root made to the owner of `folder`.
[[nodiscard]] Result<void> give_to_owner_of(const std::filesystem::path& folder,
                                            const std::filesystem::path& file);

/// StaffEntrance::sign_in() of the kiosk whose things are in `state`, as their owner while it
/// lasts: root would leave tries behind that the kiosk cannot read. Fails as that does.
[[nodiscard]] Result<StaffMember> judge_badge(const std::filesystem::path& state,
                                              std::string_view badge, std::string_view pin);

}  // namespace motlan
