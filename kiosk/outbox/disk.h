// The few things that the outbox does to a disk, one by one, so that a test can cut the power
// after any of them. Every answer tells whether the step is done.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "kiosk/core/file.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Steps fail with Fault::DiskFull or Fault::StorageFailed. Names last after sync_folder only.
class Disk {
public:
    virtual ~Disk() = default;
    /// Makes a folder, mode 0700; one that is there already is fine.
    virtual Result<void> make_folder(const std::filesystem::path& path) = 0;
    /// Writes files and syncs their bytes.
    virtual Result<void> write(std::span<const NewFile> files) = 0;
    virtual Result<void> sync_folder(const std::filesystem::path& path) = 0;
    virtual Result<void> rename(const std::filesystem::path& from,
                                const std::filesystem::path& to) = 0;
    /// Removes a file or an empty folder; one that is gone already is fine.
    virtual Result<void> remove(const std::filesystem::path& path) = 0;
    /// Bytes that this user may still write there. Fails when it is read-only.
    virtual Result<std::uint64_t> free_bytes(const std::filesystem::path& path) = 0;
};

/// The machine's disk.
class SystemDisk final : public Disk {
public:
    Result<void> make_folder(const std::filesystem::path& path) override;
    Result<void> write(std::span<const NewFile> files) override;
    Result<void> sync_folder(const std::filesystem::path& path) override;
    Result<void> rename(const std::filesystem::path& from,
                        const std::filesystem::path& to) override;
    Result<void> remove(const std::filesystem::path& path) override;
    Result<std::uint64_t> free_bytes(const std::filesystem::path& path) override;
};

/// Removes a folder and the files in it.
[[nodiscard]] Result<void> remove_folder(Disk& disk, const std::filesystem::path& path);

}  // namespace motlan
