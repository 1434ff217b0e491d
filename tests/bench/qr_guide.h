// Whether people are told the right thing: each state of a card before each kind of wall.
#pragma once

#include <cstdint>

namespace motlan::testing {

/// Prints for every state the share of watches in which the guide said it in the end, and for
/// walls and people without a card the share of pictures that it rightly called no card; `watches`
/// for each kind of wall.
void measure_guide(int watches, std::uint64_t seed);

}  // namespace motlan::testing
