// The parts of the page bench. Each prints its figures; pictures of what failed go to `keep`.
#pragma once

#include "tests/bench/page_figures.h"

namespace motlan::testing {

/// Are papers found on desks, and are those that run out of the frame called so?
void bench_edges(const PageBench& bench);
/// Do scans come out straight and upright?
void bench_lie(const PageBench& bench);
/// Is what is wrong with a page named, and is nothing said of a good one?
void bench_gate(const PageBench& bench);
/// What a page takes of one core.
void bench_cost(const PageBench& bench);

/// Pages that are read: is another paper than was asked for called so, and a page of which a part
/// was not recognised? Returns the faulty ones.
[[nodiscard]] Calls bench_reading(const PageBench& bench);

}  // namespace motlan::testing
