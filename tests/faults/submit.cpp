// submit: hands in dossiers without a screen, for the harnesses that break the machine under it.
//
//     submit keep|send|both STATE [--count N] [--rounds N] [--store BYTES] [--careless NAME]
//
// Dossiers of more bytes than --store says are kept in files.
// Exit status: 0 everything is delivered (kept, for "keep"), 3 something still waits, 1 a fault,
// which stands in the log, 2 wrong usage.
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <string>

#include "kiosk/backend/environment.h"
#include "kiosk/core/log.h"
#include "tests/faults/careless.h"

namespace {

using namespace motlan;
using namespace motlan::testing;

constexpr int kWrongUsage = 2;
constexpr int kStillWaiting = 3;

struct Wish {
    std::string what;
    std::string state;
    int count = 1;
    int rounds = 6;
    StoreLimits limits;
    std::optional<Careless> careless;
};

Wish read_wish(int count, char** words) {
    Wish wish;
    if (count < 3) return wish;
    wish.what = words[1];
    wish.state = words[2];
    std::map<std::string, std::string> options;
    for (int at = 3; at + 1 < count; at += 2) options[words[at]] = words[at + 1];
    if (options.contains("--count")) wish.count = std::atoi(options["--count"].c_str());
    if (options.contains("--rounds")) wish.rounds = std::atoi(options["--rounds"].c_str());
    if (options.contains("--store")) wish.limits.dossier = std::atoll(options["--store"].c_str());
    wish.careless = careless_of(options["--careless"]);
    return wish;
}

int complain(Fault fault) {
    log(LogEvent::FaultSeen, {{"fault", fault}});
    return EXIT_FAILURE;
}

int run(int count, char** words) {
    distrust_environment();
    const Wish wish = read_wish(count, words);
    if (wish.what != "keep" && wish.what != "send" && wish.what != "both") return kWrongUsage;
    const SystemClock clock;
    auto kiosk = Kiosk::open(wish.state, clock);
    if (!kiosk) return complain(kiosk.error());
    kiosk->limits = wish.limits;
    for (int n = 0; wish.what != "send" && n < wish.count; ++n) {
        const auto kept = wish.careless ? keep_carelessly(*kiosk, *wish.careless) : keep(*kiosk);
        if (!kept) return complain(kept.error());
    }
    if (wish.what == "keep") return EXIT_SUCCESS;
    if (wish.what == "send" && wish.careless) restart_carelessly(*kiosk, *wish.careless);
    const auto sent = wish.careless ? send_carelessly(*kiosk, wish.rounds, *wish.careless)
                                    : send(*kiosk, wish.rounds);
    if (!sent) return complain(sent.error());
    return *sent ? EXIT_SUCCESS : kStillWaiting;
}

}  // namespace

// As kiosk-link does it: what is thrown is the end of the memory, and of the program.
int main(int count, char** words) {
    ::umask(077);
    std::signal(SIGPIPE, SIG_IGN);
    const bool lets_throw = count > 2 && words[count - 1] == std::string_view("lets_throw");
    if (lets_throw) return run(count, words);
    try {
        return run(count, words);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "submit: %s\n", failure.what());
        return EXIT_FAILURE;
    }
}
