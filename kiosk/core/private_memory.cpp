#include "kiosk/core/private_memory.h"

#include <linux/capability.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// A sanitizer has an allocator of its own and terabytes of shadow memory. Test builds only.
namespace motlan {
static bool lock_memory() { return true; }
}  // namespace motlan
#else

// The C library's own functions, under the names that it keeps for whoever replaces them.
extern "C" void __libc_free(void* block);  // NOLINT(readability-identifier-naming)

// Text, pictures and keys go through types of six libraries; all of them end here, as does
// operator delete. A program's own definition is the one that every library uses (ld.so(8)).
extern "C" void free(void* block) noexcept {
    if (block != nullptr) ::explicit_bzero(block, ::malloc_usable_size(block));
    __libc_free(block);
}

// Never moves a block without wiping its old place. Half a block unused is too much to keep.
extern "C" void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr) return std::malloc(size);
    const std::size_t room = ::malloc_usable_size(block);
    if (size <= room && size > room / 2) return block;
    void* moved = size == 0 ? nullptr : std::malloc(size);
    if (moved == nullptr && size != 0) return nullptr;
    if (moved != nullptr) std::memcpy(moved, block, std::min(size, room));
    std::free(block);
    return moved;
}

namespace motlan {
namespace {

// Root, or an endless limit (LimitMEMLOCK=infinity in a unit).
bool may_lock_all() {
    __user_cap_header_struct version{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> held{};
    rlimit limit{};
    const bool is_privileged = ::syscall(SYS_capget, &version, held.data()) == 0 &&
                               (held[0].effective & 1U << CAP_IPC_LOCK) != 0;
    return is_privileged ||
           (::getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY);
}

// Locks pages as they come into use. Below a limit nothing is locked at all, or a later allocation
// would fail in the middle of a visit.
bool lock_memory() {
    return may_lock_all() && ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
}

}  // namespace
}  // namespace motlan
#endif

namespace motlan {

bool keep_memory_private() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    return lock_memory();
}

}  // namespace motlan
