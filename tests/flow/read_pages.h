// Pages with a number, and what was read on them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/flow/walk.h"

namespace motlan {

inline Page numbered(int sheet, std::vector<Fault> doubts = {}) {
    Page page = Walk::page(static_cast<std::uint8_t>(sheet));
    page.sheet = sheet;
    page.doubts = std::move(doubts);
    return page;
}

/// As recognised: this title and enough words to believe it.
inline PageText words(const std::string& title) {
    PageText text{.width = 2480, .height = 3508, .dpi = 300, .words = {}};
    text.words.push_back({.text = title, .confidence = 90});
    for (int i = 0; i < 30; ++i) text.words.push_back({.text = "chữ", .confidence = 90});
    return text;
}

/// Of these items, that paper must say its title.
inline std::string with_title(std::string items, const std::string& paper,
                              const std::string& title) {
    const std::string rule = "paper = { ";
    const auto at = items.find(rule, items.find('"' + paper + '"')) + rule.size();
    return items.insert(at, "titles = [\"" + title + "\"], ");
}

/// The paper about the home must say so.
inline Office office_with_titles() {
    return example_office(with_title(example_items(), "home", "Giấy chứng nhận"));
}

/// The pages of the paper about the home that go with the visit.
inline std::vector<Page> pages_of_home(const Walk& walk) {
    return std::visit(
        [](const auto& screen) -> std::vector<Page> {
            if constexpr (requires { screen.visit; }) {
                const auto found = screen.visit.papers.find(ItemId("home"));
                if (found != screen.visit.papers.end()) return found->second;
            }
            return {};
        },
        walk.state().screen);
}

}  // namespace motlan
