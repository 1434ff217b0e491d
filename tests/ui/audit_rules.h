// The rules that every screen keeps in every look, with the numbers of ux. Each complains in words.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/ui/drawing.h"

namespace motlan::testing {

/// What is wrong with a screen, one line each.
using Complaints = std::vector<std::string>;

/// One page of one screen in one look.
struct DrawnPage {
    const SemanticTree& tree;
    const Look& look;
    const Typeface& typeface;
};

struct Rule {
    std::string_view name;
    std::function<void(const DrawnPage&, Complaints&)> judge;
};

/// All of them. One of them remembers where things were: a fresh list for every audit.
[[nodiscard]] std::vector<Rule> all_rules();

}  // namespace motlan::testing
