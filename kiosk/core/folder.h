// What stands in folders. Not by std::filesystem's own walk: without memory that ends the program
// (noexcept), and so a visit or the link; here std::bad_alloc reaches whoever asked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "kiosk/core/result.h"

namespace motlan {

/// What stands in a folder, in no order; one that is not there is empty. Fails with
/// Fault::StorageFailed, also for what is no folder.
[[nodiscard]] Result<std::vector<std::filesystem::path>> entries_of(
    const std::filesystem::path& folder);

/// Whether it is a folder, and no link to one.
[[nodiscard]] bool is_own_folder(const std::filesystem::path& path);

/// What becomes of a folder below that this user may not read.
enum class Unreadable : std::uint8_t { Fails, Skipped };

/// A path and, where it is a folder, everything below it: each folder before what stands in it,
/// links as they are. Fails with Fault::StorageFailed.
[[nodiscard]] Result<std::vector<std::filesystem::path>> tree_of(
    const std::filesystem::path& folder, Unreadable unreadable = Unreadable::Fails);

}  // namespace motlan
