// The program of the delivery bench: its options beside those of Catch2.
#include "tests/bench/delivery.h"

#include <sys/resource.h>

#include <catch2/catch_session.hpp>

namespace motlan::bench {

Options& options() {
    static Options chosen;
    return chosen;
}

}  // namespace motlan::bench

int main(int count, char** arguments) {
    using Catch::Clara::Opt;
    auto& options = motlan::bench::options();
    // Hundreds of kiosks and their province in one program take thousands of descriptors.
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    Catch::Session session;
    session.cli(session.cli() | Opt(options.mib, "MiB")["--mib"]("size of the large dossier") |
                Opt(options.rate, "bytes a second")["--rate"]("of the line") |
                Opt(options.seed, "number")["--seed"]("of a frail road") |
                Opt(options.kiosks, "number")["--kiosks"]("at once") |
                Opt(options.rounds, "number")["--rounds"]("dossiers of each kiosk") |
                Opt(options.times, "number")["--times"]("how often a thing is repeated") |
                Opt(options.queued, "number")["--queued"]("dossiers that wait at the boot"));
    const int wrong = session.applyCommandLine(count, arguments);
    return wrong != 0 ? wrong : session.run();
}
