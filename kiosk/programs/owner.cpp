#include "kiosk/programs/owner.h"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motlan {

Result<void> become_owner_of(const std::filesystem::path& folder) {
    struct stat status{};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &status) != 0 || status.st_uid == 0) return {};
    const passwd* owner = ::getpwuid(status.st_uid);
    if (owner == nullptr || ::initgroups(owner->pw_name, owner->pw_gid) != 0 ||
        ::setgid(owner->pw_gid) != 0 || ::setuid(owner->pw_uid) != 0) {
        return fail(Fault::StorageFailed);
    }
    ::umask(077);
    return {};
}

Result<void> give_to_owner_of(const std::filesystem::path& folder,
                              const std::filesystem::path& file) {
    struct stat status{};
    if (::geteuid() != 0) return {};
    if (::stat(folder.c_str(), &status) != 0 ||
        ::lchown(file.c_str(), status.st_uid, status.st_gid) != 0) {
        return fail(Fault::StorageFailed);
    }
    return {};
}

}  // namespace motlan
