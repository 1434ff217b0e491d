// Every screen in every appearance, held to the numbers of ux: nothing outside, nothing on top of
// anything, nothing cut, everything large enough to read and to touch, everything said aloud.
// Usually each screen is drawn in a forty-eighth of its looks; MOTLAN_AUDIT=full draws them all.
#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <print>
#include <ranges>
#include <sstream>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/checkout.h"
#include "tests/ui/citizen_rules.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

/// No screen has so many: its pages do not end.
constexpr int kMostPages = 500;

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

/// A complaint that is known and has a reason: "rule | screen | beginning of it | reason".
struct Exception {
    std::string rule;
    std::string screen;
    std::string beginning;
    std::string reason;
    [[nodiscard]] bool covers(std::string_view other_rule, const std::string& other_screen,
                              const std::string& complaint) const {
        return rule == other_rule && other_screen.starts_with(screen) &&
               complaint.starts_with(beginning);
    }
};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? ""
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
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

/// Draws the screens page by page and lets every rule judge each.
class Audit {
public:
    Audit() : rules_(all_rules()), exceptions_(read_exceptions()) {
        std::ranges::move(citizen_rules(), std::back_inserter(rules_));
    }

    void judge(Sample& sample, const Look& look) {
        sample.state.comfort = look.comfort;
        Glass& glass = look.panel.is_portrait() ? portrait_ : landscape_;
        int number = 1;
        glass.forget();
        glass.draw(sample.state);
        do {
            judge_page(glass, sample.name, look, number++);
        } while (number <= kMostPages && turn_page(glass, sample.state));
        if (number > kMostPages)
            all_["pages end"].push_back(std::format("{} ({})", sample.name, look.name));
    }

    [[nodiscard]] int pages() const { return pages_; }
    [[nodiscard]] int excused() const { return excused_; }
    [[nodiscard]] const std::map<std::string_view, Complaints>& complaints() const { return all_; }

private:
    void judge_page(Glass& glass, const std::string& name, const Look& look, int number) {
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

    std::vector<Rule> rules_;
    std::vector<Exception> exceptions_;
    std::map<std::string_view, Complaints> all_;
    Glass portrait_{kPortrait};
    Glass landscape_{kLandscape};
    int pages_ = 0;
    int excused_ = 0;
};

}  // namespace

TEST_CASE("every screen in every appearance keeps every rule", "[ui]") {
    Audit audit;
    std::size_t number = 0;
    for (Sample& sample : samples()) {
        for (const Look& look : is_full_audit() ? all_looks() : some_looks(number))
            audit.judge(sample, look);
        ++number;
    }

    constexpr std::size_t kMostShown = 400;
    std::size_t count = 0;
    for (const auto& [rule, complaints] : audit.complaints()) {
        count += complaints.size();
        std::string text;
        for (const std::string& one : complaints | std::views::take(kMostShown)) text += one + "\n";
        UNSCOPED_INFO(rule << ": " << complaints.size() << "\n" << text);
    }
    std::println("{} screens in {} pages: {} complaints, {} excused", number, audit.pages(), count,
                 audit.excused());
    CHECK(count == 0);
}

TEST_CASE("at most ten exceptions are made, each with its reason", "[ui]") {
    const std::vector<Exception> known = read_exceptions();

    CHECK(known.size() <= 10);
    CHECK(std::ranges::none_of(known, [](const Exception& one) { return one.reason.empty(); }));
}

}  // namespace motlan::testing
