#include "kiosk/core/shared_file.h"

#include <system_error>

#include "kiosk/core/file.h"

namespace motlan {

Result<void> write_shared_file(const std::filesystem::path& file, std::string_view text,
                               Sharing sharing) {
    using std::filesystem::perms;
    std::filesystem::path fresh = file;
    fresh += ".new";
    if (const auto written = write_synced(fresh, as_bytes(text)); !written)
        return fail(written.error());
    const perms others = sharing == Sharing::ReadByAll ? perms::group_read | perms::others_read
                                                       : perms::group_read | perms::group_write;
    using enum std::filesystem::perm_options;
    std::error_code problem;
    std::filesystem::permissions(fresh, perms::owner_read | perms::owner_write | others,
                                 replace | nofollow, problem);
    if (!problem) std::filesystem::rename(fresh, file, problem);
    if (problem) return fail(storage_fault(problem.value()));
    return sync_folder(file.parent_path());
}

}  // namespace motlan
