#include "tests/faults/calls.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <optional>
#include <utility>

namespace motlan::testing {
namespace {

Witness* watching = nullptr;

std::string path_of(int file) {
    std::array<char, 512> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    return {path.data(), static_cast<std::size_t>(size > 0 ? size : 0)};
}

// Makes the call, or pretends; a witness makes no calls of its own that are seen.
template <typename Made>
long through(const Call& call, long pretended, Made make) {
    Witness* witness = std::exchange(watching, nullptr);
    const bool is_made = witness->allows(call);
    const long result = is_made ? make() : pretended;
    if (is_made && result >= 0) witness->saw(call);
    watching = witness;
    return result;
}

int open_seen(const char* path, int flags, mode_t mode) {
    const auto make = [=] { return ::syscall(SYS_openat, AT_FDCWD, path, flags, mode); };
    if (watching == nullptr || (flags & (O_CREAT | O_TRUNC)) == 0) return static_cast<int>(make());
    const bool is_there = ::access(path, F_OK) == 0;
    if (is_there && (flags & O_TRUNC) == 0) return static_cast<int>(make());
    const Call call{.kind = is_there ? CallKind::Resize : CallKind::Create, .path = path};
    return static_cast<int>(through(call, -1, make));
}

ssize_t write_seen(int file, const void* bytes, std::size_t size, std::optional<off_t> at) {
    const auto make = [=] {
        return at ? ::syscall(SYS_pwrite64, file, bytes, size, *at)
                  : ::syscall(SYS_write, file, bytes, size);
    };
    if (watching == nullptr) return make();
    const off_t offset = at.value_or(::lseek(file, 0, SEEK_CUR));
    const Call call{.kind = CallKind::Write,
                    .path = path_of(file),
                    .offset = offset,
                    .bytes = {static_cast<const std::uint8_t*>(bytes), size}};
    return through(call, static_cast<long>(size), make);
}

int sync_seen(int file, long number) {
    const auto make = [=] { return ::syscall(number, file); };
    if (watching == nullptr) return static_cast<int>(make());
    return static_cast<int>(through({.kind = CallKind::Sync, .path = path_of(file)}, 0, make));
}

int resize_seen(int file, off_t size) {
    const auto make = [=] { return ::syscall(SYS_ftruncate, file, size); };
    if (watching == nullptr) return static_cast<int>(make());
    const Call call{.kind = CallKind::Resize, .path = path_of(file), .offset = size};
    return static_cast<int>(through(call, 0, make));
}

template <typename Made>
int name_seen(const Call& call, Made make) {
    return static_cast<int>(watching == nullptr ? make() : through(call, 0, make));
}

}  // namespace

Watch::Watch(Witness& witness) { watching = &witness; }
Watch::~Watch() { watching = nullptr; }

}  // namespace motlan::testing

// The C library's names, as code compiled with and without large-file support calls them.
using namespace motlan::testing;
extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_seen(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_seen(path, flags, mode);
}
ssize_t write(int file, const void* bytes, std::size_t size) {
    return write_seen(file, bytes, size, {});
}
ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t offset) {
    return write_seen(file, bytes, size, offset);
}
ssize_t pwrite64(int file, const void* bytes, std::size_t size, off_t offset) {
    return write_seen(file, bytes, size, offset);
}
int fsync(int file) { return sync_seen(file, SYS_fsync); }
int fdatasync(int file) { return sync_seen(file, SYS_fdatasync); }
int ftruncate(int file, off_t size) noexcept { return resize_seen(file, size); }
int ftruncate64(int file, off_t size) noexcept { return resize_seen(file, size); }
int mkdir(const char* path, mode_t mode) noexcept {
    return name_seen({.kind = CallKind::MakeFolder, .path = path},
                     [=] { return ::syscall(SYS_mkdir, path, mode); });
}
int rename(const char* from, const char* to) noexcept {
    return name_seen({.kind = CallKind::Rename, .path = from, .to = to},
                     [=] { return ::syscall(SYS_rename, from, to); });
}
int unlink(const char* path) noexcept {
    return name_seen({.kind = CallKind::Remove, .path = path},
                     [=] { return ::syscall(SYS_unlink, path); });
}
int remove(const char* path) noexcept {
    return name_seen({.kind = CallKind::Remove, .path = path}, [=] {
        const long done = ::syscall(SYS_unlink, path);
        return done != 0 && errno == EISDIR ? ::syscall(SYS_rmdir, path) : done;
    });
}

}  // extern "C"
