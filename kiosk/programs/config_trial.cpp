#include "kiosk/programs/config_trial.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <print>
#include <thread>

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kPause{250};

// All that a handler of signals may touch.
volatile sig_atomic_t is_interrupted = 0;

void hear_terminal(const ConfigPlace& place) {
    pollfd typed{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    if (::isatty(STDIN_FILENO) == 0 || ::poll(&typed, 1, 0) <= 0) return;
    std::array<char, 64> line{};
    const auto size = ::read(STDIN_FILENO, line.data(), line.size());
    if (size <= 0) return;
    const bool is_kept = line[0] == 'y' || line[0] == 'Y';
    static_cast<void>(answer_trial(place, is_kept ? TrialAnswer::Keep : TrialAnswer::TakeBack));
}

}  // namespace

void hear_interruptions() {
    ::signal(SIGHUP, SIG_IGN);  // a trial ends also when the technician's line is cut
    ::signal(SIGPIPE, SIG_IGN);
    struct sigaction once{};
    once.sa_handler = [](int) { is_interrupted = 1; };
    once.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int number : {SIGINT, SIGTERM}) ::sigaction(number, &once, nullptr);
}

TrialPatience terminal_patience(const ConfigPlace& place, bool is_kept) {
    return {
        .pause =
            [place] {
                if (is_interrupted != 0)
                    static_cast<void>(answer_trial(place, TrialAnswer::TakeBack));
                else
                    hear_terminal(place);
                std::this_thread::sleep_for(kPause);
            },
        .on_visit =
            [] {
                std::println("A visit is going on; the kiosk takes the change when it is over …");
            },
        .on_serving =
            [place, is_kept] {
                if (is_kept) return static_cast<void>(answer_trial(place, TrialAnswer::Keep));
                std::println(
                    "The kiosk serves with it. Type y, or call kioskctl config keep, "
                    "within {} seconds; else it is taken back.",
                    kKeepPatience.count());
                std::fflush(stdout);
            }};
}

}  // namespace motlan
