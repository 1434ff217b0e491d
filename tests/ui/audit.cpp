#include "tests/ui/audit.h"

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <iterator>
#include <ranges>
#include <sstream>
#include <utility>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/checkout.h"
#include "tests/ui/citizen_rules.h"

namespace motlan::testing {
namespace {

/// Turns to the next page of the first list that has one; whether there was one. A button that
/// asks for something else instead, such as another sheet, turns nothing.
bool turn_page(Glass& glass, const State& state) {
    std::vector<std::string> ways;
    for (const Node& node : glass.tree().nodes())
        if (node.is_live() && node.id.ends_with(".after")) ways.push_back(node.id);
    return std::ranges::any_of(ways, [&](const std::string& id) {
        const bool is_turned = !glass.draw(state, {.chosen = id}).has_value();
        glass.draw(state);
        return is_turned;
    });
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? ""
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

bool Exception::covers(std::string_view other_rule, const std::string& other_screen,
                       const std::string& complaint) const {
    return rule == other_rule && other_screen.starts_with(screen) &&
           complaint.starts_with(beginning);
}

std::vector<Exception> read_exceptions() {
    std::ifstream file(checkout() / "tests/ui/audit_exceptions.txt");
    REQUIRE(file.is_open());
    std::vector<Exception> all;
    for (std::string line; std::getline(file, line);) {
        std::array<std::string, 4> parts;
        std::istringstream stream(line);
        for (std::string& part : parts) {
            std::getline(stream, part, '|');
            part = trimmed(part);
        }
        all.push_back({parts[0], parts[1], parts[2], parts[3]});
    }
    return all;
}

Audit::Audit(Author author) : rules_(all_rules()), exceptions_(read_exceptions()) {
    std::ranges::move(citizen_rules(), std::back_inserter(rules_));
    if (author == Author::Us) return;
    std::erase_if(
        rules_, [](const Rule& rule) { return rule.name == "length" || rule.name == "wholeness"; });
}

void Audit::judge(Sample& sample, const Look& look, int most_pages) {
    // What a sample is about stays; small letters end what is easy, as they do in a visit.
    const Comfort own = std::exchange(sample.state.comfort, look.comfort);
    sample.state.comfort.is_easy = own.is_easy && look.comfort.size >= TextSize::Large;
    sample.state.comfort.keys = own.keys;
    Glass& glass = look.panel.is_portrait() ? portrait_ : landscape_;
    int number = 1;
    glass.forget();
    glass.draw(sample.state);
    do {
        judge_page(glass, sample.name, look, number++);
    } while (number <= most_pages && turn_page(glass, sample.state));
    sample.state.comfort = own;
    if (number > kMostPages)
        all_["pages end"].push_back(std::format("{} ({})", sample.name, look.name));
}

void Audit::judge_page(Glass& glass, const std::string& name, const Look& look, int number) {
    ++pages_;
    for (const Rule& rule : rules_) {
        Complaints found;
        rule.judge({glass.tree(), look, glass.typeface()}, found);
        for (const std::string& one : found) {
            const bool is_known = std::ranges::any_of(exceptions_, [&](const Exception& known) {
                return known.covers(rule.name, name, one);
            });
            excused_ += is_known ? 1 : 0;
            if (!is_known)
                all_[rule.name].push_back(
                    std::format("{} ({}): {} on page {}", name, look.name, one, number));
        }
    }
}

std::size_t Audit::tell() const {
    constexpr std::size_t kMostShown = 400;
    std::size_t count = 0;
    for (const auto& [rule, complaints] : all_) {
        count += complaints.size();
        std::string text;
        for (const std::string& one : complaints | std::views::take(kMostShown)) text += one + "\n";
        UNSCOPED_INFO(rule << ": " << complaints.size() << "\n" << text);
    }
    return count;
}

}  // namespace motlan::testing
