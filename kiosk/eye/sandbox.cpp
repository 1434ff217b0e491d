#include "kiosk/eye/sandbox.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <initializer_list>
#include <memory>

#include "kiosk/ipc/channel.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define MOTLAN_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define MOTLAN_SANITIZED 1
#endif
#endif

namespace motlan {
namespace {

#ifdef MOTLAN_SANITIZED
// A sanitized program maps terabytes of shadow memory, so its address space is not bounded,
// and its report needs standard error, its own maps and a few more calls. Test builds only.
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

// A 40-megapixel colour page, its grey copy, its JPEG and preview, the message and libraries.
constexpr rlim_t kAddressSpace = rlim_t{1} << 30U;
constexpr rlim_t kDescriptors = 32;

struct Release {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

constexpr auto kAllowed = std::to_array({
    SCMP_SYS(read),         SCMP_SYS(write),
    SCMP_SYS(recvmsg),      SCMP_SYS(sendmsg),
    SCMP_SYS(poll),         SCMP_SYS(ppoll),
    SCMP_SYS(close),        SCMP_SYS(fstat),
    SCMP_SYS(ftruncate),    SCMP_SYS(memfd_create),
    SCMP_SYS(munmap),       SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(brk),
    SCMP_SYS(futex),        SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall),
    SCMP_SYS(alarm),        SCMP_SYS(setitimer),
    SCMP_SYS(sched_yield),
});

constexpr auto kAllowedWhenSanitized = std::to_array({
    SCMP_SYS(openat),
    SCMP_SYS(readlink),
    SCMP_SYS(lseek),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(gettid),
    SCMP_SYS(getpid),
    SCMP_SYS(tgkill),
    SCMP_SYS(nanosleep),
    SCMP_SYS(rseq),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getrusage),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(newfstatat),
    SCMP_SYS(pipe2),
});

bool allow(const Filter& filter, int call) {
    return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0;
}

// Allows the call only while the argument, masked, has the wanted value.
bool allow_if(const Filter& filter, int call, const scmp_arg_cmp& condition) {
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

// Memory that can be run never comes into being.
bool allow_without_exec(const Filter& filter, int call) {
    return allow_if(filter, call,
                    {.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0});
}

// Sealing shared memory and reading its seals, nothing else that fcntl can do.
bool allow_seals(const Filter& filter) {
    return std::ranges::all_of(std::array{F_ADD_SEALS, F_GET_SEALS}, [&](int command) {
        const auto wanted = static_cast<scmp_datum_t>(command);
        return allow_if(filter, SCMP_SYS(fcntl),
                        {.arg = 1, .op = SCMP_CMP_EQ, .datum_a = wanted, .datum_b = 0});
    });
}

bool load_filter() {
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
    if (filter == nullptr || seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) != 0) {
        return false;
    }
    for (const int call : kAllowed) {
        if (!allow(filter, call)) return false;
    }
    if constexpr (kIsSanitized) {
        for (const int call : kAllowedWhenSanitized) {
            if (!allow(filter, call)) return false;
        }
    }
    return allow_without_exec(filter, SCMP_SYS(mmap)) &&
           allow_without_exec(filter, SCMP_SYS(mprotect)) && allow_seals(filter) &&
           seccomp_load(filter.get()) == 0;
}

bool limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{.rlim_cur = value, .rlim_max = value};
    return ::setrlimit(resource, &both) == 0;
}

bool limit_resources() {
    if (!kIsSanitized && !limit(RLIMIT_AS, kAddressSpace)) return false;
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, kDescriptors) &&
           limit(RLIMIT_FSIZE, Channel::kBlockLimit);
}

// The channel is the only way in and out. A decoder's complaints go nowhere: they could carry
// what it was decoding.
bool drop_descriptors(int channel) {
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0) return false;
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (kIsSanitized && number == STDERR_FILENO) continue;
        if (::dup2(nowhere, number) < 0) return false;
    }
    const auto before = static_cast<unsigned>(channel) - 1;
    if (before > STDERR_FILENO && ::close_range(STDERR_FILENO + 1, before, 0) != 0) return false;
    return ::close_range(static_cast<unsigned>(channel) + 1, ~0U, 0) == 0;
}

}  // namespace

Result<void> enter_sandbox(int channel) {
    // Read while files can be opened: whoever asks for the date later would open it.
    ::tzset();
    if (channel <= STDERR_FILENO || !drop_descriptors(channel)) return fail(Fault::EyeUnavailable);
    const bool is_locked = ::clearenv() == 0 && limit_resources() &&
                           ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
                           ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && load_filter();
    if (!is_locked) return fail(Fault::EyeUnavailable);
    return {};
}

}  // namespace motlan
