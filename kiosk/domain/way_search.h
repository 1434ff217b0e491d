// The exact search behind cheapest_ways, for alternatives that share items.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "kiosk/domain/ways.h"

namespace motlan {

/// One way that can be worth taking: items that cost something, sorted.
struct OpenWay {
    std::size_t index = 0;  ///< its place among the alternative's ways
    std::vector<std::size_t> items;
};

/// An alternative with the ways that can be worth taking, in their order; at least one.
struct OpenChoice {
    std::size_t index = 0;  ///< its place among the alternatives
    std::vector<OpenWay> ways;
};

/// For each choice the position of the way to take. No other combination costs less, and no single
/// choice could take an earlier way at the same cost.
[[nodiscard]] std::vector<std::size_t> search_ways(std::span<const OpenChoice> choices,
                                                   std::span<const Cost> costs);

}  // namespace motlan
