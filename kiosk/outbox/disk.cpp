#include "kiosk/outbox/disk.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string_view>

#include "kiosk/core/file.h"
#include "kiosk/core/freed_by.h"

namespace motlan {

namespace fs = std::filesystem;

namespace {

using FolderPtr = std::unique_ptr<DIR, FreedBy<::closedir>>;

}  // namespace

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

// Not std::filesystem::directory_iterator: without memory it ends the program (noexcept), and so a
// visit or the link.
Result<std::vector<fs::path>> entries_of(const fs::path& folder) {
    const FolderPtr opened(::opendir(folder.c_str()));
    std::vector<fs::path> found;
    if (!opened && errno == ENOENT) return found;
    if (!opened) return fail(Fault::StorageFailed);
    while (true) {
        errno = 0;
        const dirent* entry = ::readdir(opened.get());
        if (entry == nullptr && errno != 0) return fail(Fault::StorageFailed);
        if (entry == nullptr) return found;
        const std::string_view name(static_cast<const char*>(entry->d_name));
        if (name != "." && name != "..") found.push_back(folder / name);
    }
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
