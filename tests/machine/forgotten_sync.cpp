// A planted defect, loaded before the C library: syncing answers that all is well and does nothing.
// With FORGOTTEN=NAME only for files whose path holds that name: for "outbox.db" that is a store
// with synchronous=OFF.
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

bool is_forgotten(int file) {
    const char* name = std::getenv("FORGOTTEN");
    if (name == nullptr) return true;
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    return size > 0 && std::string_view(path.data(), static_cast<std::size_t>(size)).contains(name);
}

}  // namespace

extern "C" int fsync(int file) {
    return is_forgotten(file) ? 0 : static_cast<int>(::syscall(SYS_fsync, file));
}

extern "C" int fdatasync(int file) {
    return is_forgotten(file) ? 0 : static_cast<int>(::syscall(SYS_fdatasync, file));
}
