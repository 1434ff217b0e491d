#include "tests/ui/citizen_rules.h"

#include <algorithm>
#include <format>
#include <initializer_list>

namespace motlan::testing {
namespace {

/// At most six choices are weighed at once; a longer list has pages (ux, principle P2).
void judge_choices(const DrawnPage& page, Complaints& found) {
    const auto count = std::ranges::count_if(page.tree.nodes(), [](const Node& node) {
        return node.role == NodeRole::Choice && !node.is_covered;
    });
    if (count > 6) found.push_back(std::format("{} choices at once", count));
}

/// No dead end: a way back, out or to the end, and somebody to call (ux, principle P10). A dialog
/// is left by its own buttons; where staff have the kiosk it is handed back instead.
void judge_ways(const DrawnPage& page, Complaints& found) {
    const auto offers = [&](std::initializer_list<std::string_view> ids) {
        return std::ranges::any_of(page.tree.nodes(), [&](const Node& node) {
            return node.is_live() && std::ranges::contains(ids, node.id);
        });
    };
    const bool is_dialog = std::ranges::any_of(page.tree.nodes(), &Node::is_covered);
    const bool is_left = std::ranges::any_of(page.tree.nodes(), [](const Node& node) {
        return node.is_live() && node.id.ends_with(".primary");
    });
    if (is_dialog && !is_left) found.push_back("no way out of the dialog");
    if (is_dialog) return;
    if (!offers({"action.back", "action.next", "access.leave"}))
        found.push_back("no way back, out or on");
    if (!offers({"access.staff", "access.hand_back"})) found.push_back("nobody to call");
}

/// Whoever meets a button that cannot be chosen is told why (ux 4).
void judge_reasons(const DrawnPage& page, Complaints& found) {
    for (const Node& node : page.tree.nodes()) {
        const bool is_off = node.is_touchable && !node.is_enabled;
        if (is_off && node.why_not.is_empty()) found.push_back(node.id + " does not say why not");
    }
}

}  // namespace

std::vector<Rule> citizen_rules() {
    return {{"choices", judge_choices}, {"ways", judge_ways}, {"reasons", judge_reasons}};
}

}  // namespace motlan::testing
