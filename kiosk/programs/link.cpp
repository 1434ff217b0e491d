// kiosk-link: the only program of the kiosk that talks to the province. Runs until SIGTERM.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <print>
#include <span>
#include <string_view>
#include <sys/stat.h>

#include "kiosk/backend/environment.h"
#include "kiosk/care/places.h"
#include "kiosk/core/log.h"
#include "kiosk/core/private_memory.h"
#include "kiosk/core/version.h"
#include "kiosk/link/service.h"
#include "kiosk/programs/service.h"

namespace {

using namespace motlan;

constexpr int kWrongUsage = 2;
constexpr std::string_view kHelp =
    "kiosk-link: sends the kiosk's dossiers to the province and carries its queries.\n"
    "\n"
    "  kiosk-link            run until SIGTERM\n"
    "  kiosk-link --version\n"
    "  kiosk-link --help\n"
    "\n"
    "STATE_DIRECTORY holds enrolment/ (the province's address and the keys), outbox/ and\n"
    "bundles/; RUNTIME_DIRECTORY gets link.sock. Exit status: 0 ended as wished, 1 could not\n"
    "start, 2 called wrongly.\n";

int refuse(const Problem& problem) {
    log(LogEvent::FaultSeen, {{"fault", Fault::NotEnrolled}});
    std::println(stderr, "kiosk-link: {}", to_text(problem));
    return EXIT_FAILURE;
}

int serve(const sigset_t& ends) {
    if (!keep_memory_private()) log(LogEvent::MemoryUnlocked);
    const Places here = places();
    if (here.state.empty() || here.runtime.empty()) {
        std::println(stderr, "kiosk-link: STATE_DIRECTORY and RUNTIME_DIRECTORY are needed");
        return kWrongUsage;
    }
    const SystemClock clock;
    auto enrolment = read_enrolment(here.state / "enrolment");
    if (!enrolment) return refuse(enrolment.error());
    auto key = read_tls_key(here.state / "enrolment", *enrolment, clock.wall());
    if (!key) return refuse(key.error());
    const auto service =
        LinkService::start({.state = here.state, .runtime = here.runtime}, *std::move(enrolment),
                           *std::move(key), {clock, tell_alive});
    if (!service) {
        log(LogEvent::FaultSeen, {{"fault", service.error()}});
        std::println(stderr, "kiosk-link: cannot start: {}", code(service.error()));
        return EXIT_FAILURE;
    }
    log(LogEvent::ProgramStarted);
    tell_ready();
    int signal = 0;
    ::sigwait(&ends, &signal);
    log(LogEvent::ProgramEnded);
    return EXIT_SUCCESS;
}

int run(std::span<char*> arguments, const sigset_t& ends) {
    if (arguments.size() == 1) return serve(ends);
    const std::string_view first = arguments[1];
    if (arguments.size() == 2 && first == "--version") {
        std::println("kiosk-link {}", version());
        return EXIT_SUCCESS;
    }
    const bool wants_help = arguments.size() == 2 && first == "--help";
    std::print(wants_help ? stdout : stderr, "{}", kHelp);
    return wants_help ? EXIT_SUCCESS : kWrongUsage;
}

}  // namespace

// What is thrown here is the end of the memory: systemd starts it again.
int main(int count, char** arguments) try {
    distrust_environment();
    log_to_journal();
    ::umask(077);
    // Blocked before any thread starts, so that only this one is woken.
    sigset_t ends{};
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGTERM);
    ::sigaddset(&ends, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return run({arguments, static_cast<std::size_t>(count)}, ends);
} catch (const std::exception& failure) {
    std::fprintf(stderr, "kiosk-link: %s\n", failure.what());
    return EXIT_FAILURE;
}
