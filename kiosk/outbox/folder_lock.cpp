#include "kiosk/outbox/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <thread>

namespace motlan {

Result<FolderLock> FolderLock::take(const std::filesystem::path& file,
                                    std::chrono::milliseconds patience) {
    constexpr std::chrono::milliseconds kStep{10};
    Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!opened.is_open()) return fail(Fault::StorageFailed);
    for (std::chrono::milliseconds waited{0};; waited += kStep) {
        if (::flock(opened.number(), LOCK_EX | LOCK_NB) == 0) return FolderLock(std::move(opened));
        if (waited >= patience) return fail(Fault::StorageFailed);
        std::this_thread::sleep_for(kStep);
    }
}

}  // namespace motlan
