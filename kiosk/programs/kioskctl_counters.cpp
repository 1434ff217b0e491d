#include "kiosk/programs/kioskctl_counters.h"

#include <algorithm>
#include <format>
#include <print>
#include <vector>

#include "kiosk/app/count_book.h"
#include "kiosk/care/places.h"
#include "kiosk/core/json.h"

namespace motlan {
namespace {

std::string percent(const Indicator& indicator) {
    if (indicator.denominator == 0) return "-";
    const double part = 100.0 * static_cast<double>(indicator.numerator);
    return std::format("{:.1f} %", part / static_cast<double>(indicator.denominator));
}

Tree to_tree(const Indicator& indicator) {
    return Tree::Table{{"denominator", indicator.denominator},
                       {"maxScore", indicator.most},
                       {"name", indicator.name},
                       {"numerator", indicator.numerator}};
}

template <typename Counted>
void print_tallies(std::string_view title, const Counted& counted) {
    std::println("\n{}", title);
    for (const auto& [key, tallies] : counted) {
        std::println("  {}", key.value());
        for (const auto& [what, number] : tallies) std::println("    {:<28} {:>8}", what, number);
    }
}

void print_text(std::string_view month, const Counts& counts) {
    std::println("{}", month);
    print_tallies("By procedure", counts.procedures);
    print_tallies("By source", counts.sources);
    std::println("\nDecision 766, this kiosk's dossiers only");
    for (const Indicator& indicator : indicators(counts)) {
        std::println("  {:>6} of {:<6} {:>8}  {}", indicator.numerator, indicator.denominator,
                     percent(indicator), indicator.name);
    }
}

void print_json(std::string_view month, const Counts& counts) {
    Tree::List all;
    for (const Indicator& indicator : indicators(counts)) all.push_back(to_tree(indicator));
    const Tree document(
        Tree::Table{{"counts", to_tree(counts)}, {"indicators", std::move(all)}, {"month", month}});
    std::println("{}", to_json(document));
}

}  // namespace

int counters(Arguments arguments) {
    const bool is_json = !arguments.empty() && arguments.front() == "--json";
    if (is_json) arguments = arguments.subspan(1);
    if (arguments.size() > 1)
        return complain("counters", "--json and one month are all that may follow", kUsage);
    const CountBook book(places().state / "counts");
    const std::vector<std::string> months = book.months();
    if (months.empty())
        return complain("counters", "no visit has been counted here yet", kFoundWrong);
    const std::string month(arguments.empty() ? months.back() : arguments.front());
    if (!std::ranges::contains(months, month)) {
        return complain("counters",
                        std::format("there are counts from {} to {}, none of {}", months.front(),
                                    months.back(), month),
                        kFoundWrong);
    }
    const auto counts = book.read(month);
    if (!counts) {
        return complain(
            "counters",
            std::format("the counts of {} cannot be read ({})", month, code(counts.error())),
            kFoundWrong);
    }
    is_json ? print_json(month, *counts) : print_text(month, *counts);
    return kFine;
}

}  // namespace motlan
