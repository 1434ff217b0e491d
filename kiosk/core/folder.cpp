#include "kiosk/core/folder.h"

#include <dirent.h>

#include <cerrno>
#include <memory>
#include <string_view>
#include <system_error>

#include "kiosk/core/freed_by.h"

namespace motlan {

namespace fs = std::filesystem;

namespace {

using FolderPtr = std::unique_ptr<DIR, FreedBy<::closedir>>;

}  // namespace

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

bool is_own_folder(const fs::path& path) {
    std::error_code trouble;
    return fs::is_directory(fs::symlink_status(path, trouble));
}

Result<std::vector<fs::path>> tree_of(const fs::path& folder, Unreadable unreadable) {
    std::vector<fs::path> paths{folder};
    for (std::size_t n = 0; n < paths.size(); ++n) {
        if (!is_own_folder(paths[n])) continue;
        const auto inside = entries_of(paths[n]);
        if (!inside && unreadable == Unreadable::Skipped) continue;
        if (!inside) return fail(inside.error());
        paths.insert(paths.end(), inside->begin(), inside->end());
    }
    return paths;
}

}  // namespace motlan
