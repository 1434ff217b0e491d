#include "tests/bench/figure.h"

#include <format>
#include <print>
#include <string>

namespace motlan::testing {

void print_figure(std::string_view what, double value, Unit unit, std::optional<Limit> limit) {
    const std::string shown =
        std::format("{:.{}f}{}{}", value, unit.digits, unit.name.empty() ? "" : " ", unit.name);
    if (!limit) return std::println("{}\t{}\t\t", what, shown);
    std::println("{}\t{}\t{} {}{}{}\t{}", what, shown, sign(limit->goal), limit->value,
                 limit->stretch.empty() ? "" : " / ", limit->stretch,
                 verdict(value, limit->goal, limit->value));
}

}  // namespace motlan::testing
