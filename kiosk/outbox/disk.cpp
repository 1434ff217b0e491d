#include "kiosk/outbox/disk.h"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "kiosk/core/file.h"

namespace motlan {

namespace fs = std::filesystem;

Result<void> SystemDisk::make_folder(const fs::path& path) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return fail(storage_fault(errno));
    return {};
}

Result<void> SystemDisk::write(const fs::path& path, ByteView bytes) {
    return write_synced(path, bytes);
}

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
    std::error_code trouble;
    for (fs::directory_iterator entry(path, trouble), end; !trouble && entry != end;
         entry.increment(trouble)) {
        if (const auto removed = disk.remove(entry->path()); !removed) return removed;
    }
    if (trouble && trouble != std::errc::no_such_file_or_directory)
        return fail(Fault::StorageFailed);
    return disk.remove(path);
}

}  // namespace motlan
