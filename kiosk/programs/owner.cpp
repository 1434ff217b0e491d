#include "kiosk/programs/owner.h"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "kiosk/core/expects.h"
#include "kiosk/staff/sign_in.h"

namespace motlan {
namespace {

std::vector<gid_t> groups_now() {
    std::vector<gid_t> groups(static_cast<std::size_t>(std::max(0, ::getgroups(0, nullptr))));
    const int count = ::getgroups(static_cast<int>(groups.size()), groups.data());
    groups.resize(static_cast<std::size_t>(std::max(0, count)));
    return groups;
}

/// Some of what an owner may use, such as the TPM, it may by a group. An owner without a name has
/// none.
bool take_groups_of(uid_t owner, gid_t group) {
    const passwd* person = ::getpwuid(owner);
    return person == nullptr ? ::setgroups(0, nullptr) == 0
                             : ::initgroups(person->pw_name, group) == 0;
}

/// Root acts as the owner of a folder while this lives, with the owner's groups.
class AsOwner {
public:
    explicit AsOwner(const std::filesystem::path& folder) {
        struct stat status{};
        if (::geteuid() != 0 || ::stat(folder.c_str(), &status) != 0 || status.st_uid == 0) return;
        is_other_ = true;
        is_done_ = take_groups_of(status.st_uid, status.st_gid) && ::setegid(status.st_gid) == 0 &&
                   ::seteuid(status.st_uid) == 0;
    }
    AsOwner(const AsOwner&) = delete;
    AsOwner& operator=(const AsOwner&) = delete;
    ~AsOwner() {
        if (!is_other_) return;
        const bool is_back = ::seteuid(0) == 0 && ::setegid(::getgid()) == 0 &&
                             ::setgroups(groups_.size(), groups_.data()) == 0;
        expects(is_back);
    }
    [[nodiscard]] bool is_done() const { return is_done_; }

private:
    std::vector<gid_t> groups_ = groups_now();
    bool is_other_ = false;
    bool is_done_ = true;
};

}  // namespace

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

Result<StaffMember> judge_badge(const std::filesystem::path& state, std::string_view badge,
                                std::string_view pin) {
    const auto read = Pin::parse(pin);
    if (!read) return fail(read.error());
    const AsOwner owner(state);
    if (!owner.is_done()) return fail(Fault::StorageFailed);
    const SystemClock clock;
    return StaffEntrance(state, clock).sign_in(badge, *read);
}

}  // namespace motlan
