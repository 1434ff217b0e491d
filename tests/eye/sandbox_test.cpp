// Each act is tried in a child that has locked itself up, as the eye does.
#include "kiosk/eye/sandbox.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/ipc/channel.h"

using namespace motlan;

namespace {

constexpr int kLocked = 90;
constexpr int kNotLocked = 91;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

// How a child ended that entered the sandbox and then did `act`.
int status_after(const std::function<int(int channel)>& act) {
    auto ends = channel_pair().value();
    const pid_t child = ::fork();
    if (child == 0) {
        const int channel = ends.second.descriptor();
        if (!enter_sandbox(channel)) ::_exit(kNotLocked);
        ::_exit(act(channel));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

bool was_killed(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS; }

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

struct Act {
    std::string name;
    std::function<void()> attempt;
};

void call(long number) { ::syscall(number, 0, 0, 0, 0, 0, 0); }

const std::vector<Act>& forbidden_acts() {
    static const std::vector<Act> kActs{
        {"create a file", [] { ::creat("/tmp/motlan-sandbox", 0600); }},
        {"open a socket", [] { ::socket(AF_INET, SOCK_STREAM, 0); }},
        {"make a socket pair", [] { call(SYS_socketpair); }},
        {"connect", [] { call(SYS_connect); }},
        {"listen", [] { call(SYS_listen); }},
        {"run a program", [] { ::execl("/bin/true", "true", nullptr); }},
        {"run a program by descriptor", [] { call(SYS_execveat); }},
        {"fork", [] { call(SYS_fork); }},
        {"start a thread or process", [] { call(SYS_clone3); }},
        {"trace another process", [] { ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
        {"read another process", [] { call(SYS_process_vm_readv); }},
        {"signal another process", [] { ::kill(1, 0); }},
        {"list a folder", [] { call(SYS_getdents64); }},
        {"remove a file", [] { ::unlink("/tmp/motlan-sandbox"); }},
        {"rename a file", [] { ::rename("/tmp/a", "/tmp/b"); }},
        {"change a mode", [] { call(SYS_fchmodat); }},
        {"mount", [] { call(SYS_mount); }},
        {"become another user", [] { call(SYS_setuid); }},
        {"control a device", [] { call(SYS_ioctl); }},
        {"duplicate a descriptor", [] { call(SYS_dup); }},
        {"take a descriptor of another process", [] { call(SYS_pidfd_getfd); }},
        {"start asynchronous calls", [] { call(SYS_io_uring_setup); }},
        {"load a kernel program", [] { call(SYS_bpf); }},
        {"change its limits", [] { call(SYS_prlimit64); }},
        {"change what it may do", [] { call(SYS_prctl); }},
        {"map memory that can run",
         [] {
             (void)::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         }},
        {"make memory runnable",
         [] {
             void* page = ::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
             ::mprotect(page, 4096, PROT_READ | PROT_EXEC);
         }},
        {"set descriptor flags", [] { ::fcntl(0, F_SETFL, O_APPEND); }},
    };
    return kActs;
}

}  // namespace

TEST_CASE("every forbidden act ends the process", "[eye]") {
    for (const Act& act : forbidden_acts()) {
        INFO(act.name);
        CHECK(was_killed(status_after([&](int) { return act.attempt(), EXIT_SUCCESS; })));
    }
}

TEST_CASE("opening a file ends the process", "[eye]") {
    if (kIsSanitized) SKIP("a sanitizer reads its own maps for its report");
    const std::string path = GENERATE("/etc/passwd", "/proc/self/mem", "/dev/null");

    CHECK(was_killed(status_after([&](int) { return ::open(path.c_str(), O_RDONLY), 0; })));
}

TEST_CASE("a locked process can still compute and answer", "[eye]") {
    const int status = status_after([](int channel) {
        Channel answers{Descriptor(channel)};
        const auto memory = SharedMemory::copy_of(Bytes(100'000, 7));
        Message message{.body = Tree::Table{{"sum", 42}}, .blocks = {}};
        return memory && answers.send(message) ? kLocked : EXIT_FAILURE;
    });

    CHECK(exit_code(status) == kLocked);
}

TEST_CASE("nothing but the channel is left open", "[eye]") {
    const std::array<int, 3> leaked{::open("/etc/hostname", O_RDONLY), ::open("/tmp", O_RDONLY),
                                    ::fcntl(STDIN_FILENO, F_DUPFD, 100)};

    const int status = status_after([&](int) {
        for (const int number : leaked) {
            char byte = 0;
            if (::read(number, &byte, 0) == 0) return EXIT_FAILURE;
        }
        return kLocked;
    });

    for (const int number : leaked) ::close(number);
    CHECK(exit_code(status) == kLocked);
}

TEST_CASE("the environment is empty", "[eye]") {
    ::setenv("MOTLAN_TEST_MARK", "seen", 1);

    const int status = status_after(
        [](int) { return std::getenv("MOTLAN_TEST_MARK") == nullptr ? kLocked : EXIT_FAILURE; });

    CHECK(exit_code(status) == kLocked);
}

TEST_CASE("memory is bounded", "[eye]") {
    if (kIsSanitized) SKIP("a sanitizer maps terabytes");

    const int status = status_after([](int) {
        void* much = ::mmap(nullptr, std::size_t{2} << 30U, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return much == MAP_FAILED ? kLocked : EXIT_FAILURE;
    });

    CHECK(exit_code(status) == kLocked);
}

TEST_CASE("a process without a channel is not locked up but refused", "[eye]") {
    CHECK(enter_sandbox(STDERR_FILENO).error() == Fault::EyeUnavailable);
    CHECK(enter_sandbox(-1).error() == Fault::EyeUnavailable);
}
