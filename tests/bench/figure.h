// How a bench prints what it measured beside its limit. A bench tells; it never fails for a figure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace motlan::testing {

/// What a figure should be beside its limit.
enum class Goal : std::uint8_t { AtLeast, AtMost, Below };

[[nodiscard]] constexpr std::string_view sign(Goal goal) {
    return goal == Goal::AtLeast ? ">=" : goal == Goal::AtMost ? "<=" : "<";
}

[[nodiscard]] constexpr bool holds(double value, Goal goal, double limit) {
    return goal == Goal::AtLeast  ? value >= limit
           : goal == Goal::AtMost ? value <= limit
                                  : value < limit;
}

/// The last column of a figure's line.
[[nodiscard]] constexpr std::string_view verdict(double value, Goal goal, double limit) {
    return holds(value, goal, limit) ? "reached" : "MISSED";
}

struct Limit {
    Goal goal = Goal::AtMost;
    double value = 0;
    std::string_view stretch{};  ///< beyond the goal, shown behind it
};
[[nodiscard]] constexpr Limit at_least(double value, std::string_view stretch = {}) {
    return {Goal::AtLeast, value, stretch};
}
[[nodiscard]] constexpr Limit at_most(double value, std::string_view stretch = {}) {
    return {Goal::AtMost, value, stretch};
}

struct Unit {
    int digits = 0;
    std::string_view name{};
};
inline constexpr Unit kPercent{1, "%"};
inline constexpr Unit kMilliseconds{0, "ms"};

/// Prints "<what>\t<value>\t<limit>\t<reached or MISSED>"; the last two are empty without a limit.
void print_figure(std::string_view what, double value, Unit unit, std::optional<Limit> limit = {});

}  // namespace motlan::testing
