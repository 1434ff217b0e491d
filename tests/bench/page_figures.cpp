#include "tests/bench/page_figures.h"

#include <ctime>

namespace motlan::testing {

double cpu_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double percent(int part, int whole) { return whole > 0 ? 100.0 * part / whole : 0; }

}  // namespace motlan::testing
