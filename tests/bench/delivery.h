// What the parts of the delivery bench share: their options and how a figure is printed. Each part
// is a hidden Catch2 case, so that it can use the province and the kiosk of the tests.
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <format>
#include <print>
#include <string>

#include "kiosk/core/clock.h"
#include "tests/bench/figure.h"

namespace motlan::bench {

using testing::Goal;

/// What the command line says; one instance, filled before any part runs.
struct Options {
    std::int64_t mib = 60;          ///< size of the large dossier
    std::int64_t rate = 2'500'000;  ///< bytes a second of the line: 20 Mbit/s
    std::uint64_t seed = 1;
    int kiosks = 500;
    int rounds = 2;  ///< dossiers of each kiosk
    int times = 200;
    int queued = 500;  ///< dossiers that wait when the kiosk boots
};
Options& options();

/// Seconds since it was made.
class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(SystemClock().steady() - start_).count();
    }

private:
    SteadyTime start_ = SystemClock().steady();
};

/// Seconds that this thread has worked since it was made, whatever else the machine does.
class WorkWatch {
public:
    [[nodiscard]] double seconds() const { return now() - start_; }

private:
    static double now() {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    }
    double start_ = now();
};

/// Prints a share beside its limit; whether that holds.
inline bool print_share(const std::string& what, double share, Goal goal, double limit) {
    std::println("{:<58} {:>8.3f}  goal {} {:.2f}  {}", what, share, sign(goal), limit,
                 verdict(share, goal, limit));
    return holds(share, goal, limit);
}

}  // namespace motlan::bench
