#include "kiosk/outbox/disk.h"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"

namespace motlan {

namespace fs = std::filesystem;

Result<void> SystemDisk::make_folder(const fs::path& path) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return fail(storage_fault(errno));
    return {};
}

Result<void> SystemDisk::write(std::span<const NewFile> files) { return write_synced(files); }

Result<void> SystemDisk::sync_folder(const fs::path& path) { return motlan::sync_folder(path); }

Result<void> SystemDisk::rename(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return fail(storage_fault(errno));
    return {};
}

Result<void> SystemDisk::remove(const fs::path& path) {
    if (std::remove(path.c_str()) != 0 && errno != ENOENT) return fail(storage_fault(errno));
    return {};
}

Result<std::uint64_t> SystemDisk::free_bytes(const fs::path& path) {
    struct statvfs space{};
    if (::statvfs(path.c_str(), &space) != 0) return fail(Fault::StorageFailed);
    if ((space.f_flag & ST_RDONLY) != 0) return fail(Fault::StorageFailed);
    return std::uint64_t{space.f_bavail} * space.f_frsize;
}

Result<void> remove_folder(Disk& disk, const fs::path& path) {
    const auto entries = entries_of(path);
    if (!entries) return fail(entries.error());
    for (const fs::path& entry : *entries) {
        if (const auto removed = disk.remove(entry); !removed) return removed;
    }
    return disk.remove(path);
}

}  // namespace motlan
