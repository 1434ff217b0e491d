// The cheapest choice among alternatives that may share items: exact, and the same for the same
// input.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace motlan {

/// What is asked of a citizen: papers weigh more than typed fields, those more than choices, those
/// more than what is left to the office. Up to 1,000 of each.
class Cost {
public:
    constexpr Cost() = default;

    static constexpr Cost paper() { return Cost(1ULL << 30U); }
    static constexpr Cost typed() { return Cost(1ULL << 20U); }
    static constexpr Cost choice() { return Cost(1ULL << 10U); }
    static constexpr Cost office() { return Cost(1ULL); }

    constexpr Cost& operator+=(Cost other) { return weight_ += other.weight_, *this; }
    constexpr Cost& operator-=(Cost other) { return weight_ -= other.weight_, *this; }
    friend constexpr Cost operator+(Cost one, Cost other) { return one += other; }
    /// How many papers, typed fields, choices and waits for the office it is.
    [[nodiscard]] constexpr std::array<std::uint64_t, 4> counts() const {
        return {weight_ >> 30U, weight_ >> 20U & 1023U, weight_ >> 10U & 1023U, weight_ & 1023U};
    }
    auto operator<=>(const Cost&) const = default;

private:
    explicit constexpr Cost(std::uint64_t weight) : weight_(weight) {}

    std::uint64_t weight_ = 0;
};

/// The ways of one alternative, each the positions of its items.
using WaysOfItems = std::vector<std::vector<std::size_t>>;

/// For each alternative (with at least one way) the way to take, so that all the items taken cost
/// the least; an item that several ways share is paid once. `costs` are those of the items. No
/// alternative could take an earlier way at the same cost.
[[nodiscard]] std::vector<std::size_t> cheapest_ways(std::span<const WaysOfItems> alternatives,
                                                     std::span<const Cost> costs);

}  // namespace motlan
