// What the parts of the page bench share: their options, the clock, their counts.
#pragma once

#include <cstdint>
#include <string>

#include "tests/bench/figure.h"

namespace motlan::testing {

/// What the command line says.
struct PageBench {
    std::string part;
    int count = 20;
    std::uint64_t seed = 20261129;
    std::string desk;
    std::string keep;

    [[nodiscard]] std::uint64_t seed_of(int picture) const {
        return seed + static_cast<std::uint64_t>(picture);
    }
};

/// This process's own time: other work on the machine does not count.
[[nodiscard]] double cpu_ms();

[[nodiscard]] double percent(int part, int whole);

/// Pictures of which some should be called something.
struct Calls {
    int shown = 0;
    int called = 0;

    void add(bool is_called) {
        ++shown;
        called += is_called ? 1 : 0;
    }
    Calls& operator+=(const Calls& more) {
        shown += more.shown;
        called += more.called;
        return *this;
    }
    [[nodiscard]] double share() const { return percent(called, shown); }
};

}  // namespace motlan::testing
