// Files: read with a bound, written so that a power cut leaves the old or the new, never half.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Whether a path that is a link leads on. Not in a folder that is another user's.
enum class Links : std::uint8_t { Followed, Refused };

/// The whole file, at most `limit` bytes. Fails with Fault::StorageFailed when it cannot be
/// read and Fault::PictureTooLarge when it is larger.
[[nodiscard]] Result<Bytes> read_file(const std::filesystem::path& path, std::size_t limit,
                                      Links links = Links::Followed);

/// The same as text.
[[nodiscard]] Result<std::string> read_text(const std::filesystem::path& path, std::size_t limit,
                                            Links links = Links::Followed);

/// Who may open a file besides its owner.
enum class Sharing : std::uint8_t {
    Nobody,          ///< mode 0600
    ReadByAll,       ///< mode 0644
    WrittenByGroup,  ///< mode 0660
};

/// Writes a new file, syncs it, renames it into place and syncs the folder. Follows no link.
/// Fails with Fault::DiskFull or Fault::StorageFailed; then the old file stays.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, ByteView bytes,
                                      Sharing sharing = Sharing::Nobody);

/// A file that is to be written.
struct NewFile {
    std::filesystem::path path;
    ByteView bytes;
};

/// Writes files and syncs their bytes; their names last only after sync_folder. All of them are on
/// their way before the first is waited for: the disk then writes its journal once instead of once
/// a file (tests/run bench delivery outbox shows the rate). Each keeps a descriptor meanwhile.
/// Mode 0600. Fails with Fault::DiskFull or Fault::StorageFailed.
[[nodiscard]] Result<void> write_synced(std::span<const NewFile> files);

/// The same for one file.
[[nodiscard]] Result<void> write_synced(const std::filesystem::path& path, ByteView bytes);

/// Syncs a folder, so that renames in it last. Fails with Fault::StorageFailed.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& folder);

/// The fault that the last failed system call means: Fault::DiskFull or Fault::StorageFailed.
[[nodiscard]] Fault storage_fault(int error_number);

}  // namespace motlan
