// kiosk-eye: decodes pictures for the kiosk behind a sandbox; with --text it reads pages behind
// the same one; with --scan it is the process that loads a vendor's scanner code instead.
// Descriptor 3 is the channel to the kiosk, whose end is its own.
#include <csignal>
#include <cstdlib>
#include <exception>
#include <print>
#include <span>
#include <string_view>
#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "drivers/sane/scan_service.h"
#include "kiosk/core/log.h"
#include "kiosk/core/private_memory.h"
#include "kiosk/core/version.h"
#include "kiosk/eye/sandbox.h"
#include "kiosk/eye/service.h"
#include "kiosk/imaging/prepared_page.h"
#include "kiosk/ipc/child.h"
#include "kiosk/reading/service.h"

namespace {

constexpr std::string_view kHelp =
    "kiosk-eye: decodes pictures and scans for the kiosk, which starts it.\n"
    "\n"
    "  kiosk-eye                 decode pictures that arrive on descriptor 3, in a sandbox\n"
    "  kiosk-eye --text          read the print of pages that arrive on descriptor 3, in a "
    "sandbox\n"
    "  kiosk-eye --scan DEVICE   scan with a SANE device on behalf of descriptor 3\n"
    "  kiosk-eye --version\n"
    "  kiosk-eye --help\n";

/// A kiosk that is killed closes the channel, but whoever reads a page looks there when it is read:
/// seconds later, on a busy machine ten. So the kernel ends us with the thread that started us.
/// False when that had ended before, or was never there.
bool end_with_kiosk() {
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return false;
    pollfd channel{.fd = motlan::kChildChannel, .events = 0, .revents = 0};
    return ::poll(&channel, 1, 0) == 0;
}

/// Before the sandbox, which would allow none of it. False when nobody waits for us.
bool keep_private() {
    if (!motlan::keep_memory_private()) motlan::log(motlan::LogEvent::MemoryUnlocked);
    return end_with_kiosk();
}

int watch() {
    if (!keep_private()) return EXIT_FAILURE;
    motlan::warm_up_pages();
    motlan::Channel channel{motlan::Descriptor(motlan::kChildChannel)};
    if (!motlan::enter_sandbox(motlan::kChildChannel)) return EXIT_FAILURE;
    motlan::serve(channel);
    return EXIT_SUCCESS;
}

int read_pages() {
    if (!keep_private()) return EXIT_FAILURE;
    motlan::Channel channel{motlan::Descriptor(motlan::kChildChannel)};
    return motlan::live_as_reader(channel) ? EXIT_SUCCESS : EXIT_FAILURE;
}

int scan(std::string_view device) {
    if (!keep_private()) return EXIT_FAILURE;
    motlan::Channel channel{motlan::Descriptor(motlan::kChildChannel)};
    motlan::serve_scanner(channel, device);
    return EXIT_SUCCESS;
}

int usage(std::string_view complaint) {
    std::print(stderr, "kiosk-eye: {}\n{}", complaint, kHelp);
    return 2;
}

int run(std::span<char*> arguments) {
    if (arguments.size() == 1) return watch();
    const std::string_view first = arguments[1];
    if (first == "--scan" && arguments.size() == 3) return scan(arguments[2]);
    if (first == "--scan") return usage("--scan takes the name of one device");
    if (first == "--text" && arguments.size() == 2) return read_pages();
    if (arguments.size() > 2) return usage("too many arguments");
    if (first == "--version") return std::println("kiosk-eye {}", motlan::version()), EXIT_SUCCESS;
    if (first == "--help") return std::print("{}", kHelp), EXIT_SUCCESS;
    return usage("unknown argument");
}

}  // namespace

// What is thrown here is the end of the memory that the sandbox allows.
int main(int count, char** arguments) try {
    const int status = run({arguments, static_cast<std::size_t>(count)});
    // At once and without destructors: the sandbox lets an ending process do nothing more.
    std::fflush(nullptr);
    ::_exit(status);
} catch (const std::exception&) {
    ::_exit(EXIT_FAILURE);
}
