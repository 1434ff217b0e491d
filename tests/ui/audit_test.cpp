// Every screen in every appearance, held to the numbers of ux: nothing outside, nothing on top of
// anything, nothing cut, everything large enough to read and to touch, everything said aloud.
#include <algorithm>
#include <format>
#include <functional>
#include <map>
#include <set>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/narrator.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

/// What is wrong with a screen, one line each.
using Complaints = std::vector<std::string>;
using Rule = std::function<void(const SemanticTree&, const Look&, Complaints&)>;

/// Turns to the next page of the first list that has one; whether there was one.
bool turn_page(Glass& glass, const State& state) {
    for (const Node& node : glass.tree().nodes()) {
        if (!node.is_live() || !node.id.ends_with(".after")) continue;
        glass.draw(state, {.chosen = std::string(node.id)});
        glass.draw(state);
        return true;
    }
    return false;
}

/// Runs the rule over every page of a screen in one look.
Complaints audit_pages(Glass& glass, const Sample& sample, const Look& look, const Rule& rule) {
    Complaints all;
    int page = 1;
    glass.forget();
    glass.draw(sample.state);
    do {
        Complaints found;
        rule(glass.tree(), look, found);
        for (const std::string& one : found)
            all.push_back(std::format("{} ({}): {} on page {}", sample.name, look.name, one, page));
        ++page;
    } while (turn_page(glass, sample.state));
    return all;
}

/// Runs the rule over every sample in every look.
Complaints audit(const Rule& rule) {
    Complaints all;
    std::vector<Sample> drawn = samples();
    Glass portrait(kPortrait);
    Glass landscape(kLandscape);
    for (const Look& look : all_looks()) {
        for (Sample& sample : drawn) {
            sample.state.comfort = look.comfort;
            Glass& glass = look.panel.is_portrait() ? portrait : landscape;
            for (std::string& one : audit_pages(glass, sample, look, rule))
                all.push_back(std::move(one));
        }
    }
    return all;
}

void check_none(const Complaints& complaints) {
    std::string text;
    for (const std::string& one : complaints) text += one + "\n";
    INFO(text);
    CHECK(complaints.empty());
}

std::string words(const Rect& box) {
    return std::format("{},{} {}x{}", box.x, box.y, box.w, box.h);
}

/// Space between two boxes; negative where they overlap.
int gap(const Rect& one, const Rect& other) {
    const Rect both = one.crossed(other);
    return -std::min(both.w, both.h);
}

/// Millimetres as whole pixels; one pixel is lost where boxes are snapped.
int pixels(const Look& look, double millimetres) {
    return static_cast<int>(millimetres * look.panel.px_per_mm) - 1;
}

bool is_shown(const Node& node) { return !node.is_covered; }

/// Each pair of nodes that are not under a dialog.
void for_pairs(const SemanticTree& tree,
               const std::function<void(const Node&, const Node&)>& judge) {
    const auto& nodes = tree.nodes();
    for (auto one = nodes.begin(); one != nodes.end(); ++one) {
        for (auto other = std::next(one); other != nodes.end(); ++other) {
            if (is_shown(*one) && is_shown(*other)) judge(*one, *other);
        }
    }
}

void judge_places(const SemanticTree& tree, const Look& look, Complaints& found) {
    const Rect screen{0, 0, look.panel.width, look.panel.height};
    for (const Node& node : tree.nodes()) {
        if (!screen.contains(node.rect))
            found.push_back(node.id + " is outside " + words(node.rect));
        if (node.rect.is_empty()) found.push_back(node.id + " has no size");
        if (node.setting && node.setting->is_cut) found.push_back(node.id + " is cut");
        if (node.setting && !node.rect.contains(node.setting->extent))
            found.push_back(std::format("{} sticks out of its box {}: {}", node.id,
                                        words(node.rect), words(node.setting->extent)));
    }
}

/// Text, pictures and targets; what only groups others may lie around them.
bool is_solid(const Node& node) {
    return node.role != NodeRole::Group && node.role != NodeRole::Dialog;
}

/// The part of a node that may not be drawn over.
const Rect& body_of(const Node& node) {
    return node.is_touchable || !node.setting ? node.rect : node.setting->extent;
}

void judge_overlaps(const SemanticTree& tree, const Look&, Complaints& found) {
    for_pairs(tree, [&](const Node& one, const Node& other) {
        if (!is_solid(one) || !is_solid(other) || !body_of(one).touches(body_of(other))) return;
        const bool is_hint = other.is_touchable && other.rect.contains(body_of(one));
        if (!is_hint || one.is_touchable)
            found.push_back(std::format("{} [{}] and {} [{}] overlap", one.id, words(body_of(one)),
                                        other.id, words(body_of(other))));
    });
}

/// Targets: ux, principle P5 and 3.4.
void judge_targets(const SemanticTree& tree, const Look& look, Complaints& found) {
    const bool is_normal = look.comfort.size == TextSize::Normal;
    int primaries = 0;
    for (const Node& node : tree.nodes()) {
        if (!node.is_touchable || node.is_covered) continue;
        const bool is_key = node.role == NodeRole::Key;
        const int least = pixels(look, is_key && is_normal ? 20 : 16);
        if (std::min(node.rect.w, node.rect.h) < least)
            found.push_back(node.id + " is too small: " + words(node.rect));
        if ((node.is_primary || node.id.starts_with("action.")) && node.rect.h < pixels(look, 28))
            found.push_back(node.id + " is too low: " + words(node.rect));
        primaries += node.is_primary ? 1 : 0;
    }
    if (primaries > 1) found.push_back("more than one primary action");
    for_pairs(tree, [&](const Node& one, const Node& other) {
        if (!one.is_touchable || !other.is_touchable) return;
        const bool are_keys = one.role == NodeRole::Key && other.role == NodeRole::Key;
        if (gap(one.rect, other.rect) < pixels(look, are_keys ? 3 : 4))
            found.push_back(one.id + " and " + other.id + " are too close");
    });
}

/// Capital letters (ux 3.2) and contrast (ux, principle P4).
void judge_letters(const SemanticTree& tree, const Look& look, Complaints& found) {
    const double least = look.comfort.size == TextSize::Normal  ? 4.8
                         : look.comfort.size == TextSize::Large ? 7.4
                                                                : 8.0;
    for (const Node& node : tree.nodes()) {
        if (!node.setting || node.is_covered) continue;
        if (node.setting->cap_mm < least) found.push_back(node.id + " is set too small");
        const bool is_off = node.is_touchable && !node.is_enabled;
        const double ratio = contrast(node.setting->ink, node.setting->ground);
        if (ratio < (is_off ? 4.5 : 7.0))
            found.push_back(std::format("{} has a contrast of {:.2f}", node.id, ratio));
    }
}

/// Content is read first, then the actions, then the access bar.
int rank(const Node& node) {
    if (node.id.starts_with("access.")) return 2;
    return node.id.starts_with("action.") ? 1 : 0;
}

void judge_words(const SemanticTree& tree, const Look&, Complaints& found) {
    std::set<std::string> ids;
    int last = 0;
    for (const Node& node : tree.nodes()) {
        if (node.id.empty()) found.push_back("a node has no id");
        if (!ids.insert(node.id).second) found.push_back(node.id + " is there twice");
        if (node.is_covered) continue;
        if (node.label.shown.empty() || node.speech_private().empty())
            found.push_back(node.id + " has no words");
        if (rank(node) < last) found.push_back(node.id + " comes too late");
        last = std::max(last, rank(node));
    }
}

/// Margins of 64 dp around the content, beside the rail on a wide screen (ux 3.4).
void judge_grid(const SemanticTree& tree, const Look& look, Complaints& found) {
    const int left = pixels(look, look.panel.is_portrait() ? 16 : 96 + 16);
    const int right = look.panel.width - pixels(look, 16);
    for (const Node& node : tree.nodes()) {
        if (node.is_covered || rank(node) == 2 || node.id.starts_with("frame.")) continue;
        if (node.id.starts_with("step.")) continue;
        if (node.rect.x < left || node.rect.right() > right)
            found.push_back(node.id + " is off the grid: " + words(node.rect));
    }
}

/// Where an id was seen first in each look, and whatever is elsewhere later.
Complaints strays(const std::vector<std::string>& ids) {
    std::map<std::string, Rect> places;
    return audit([&](const SemanticTree& tree, const Look& look, Complaints& found) {
        for (const std::string& id : ids) {
            const Node* node = tree.find(id);
            if (node == nullptr) continue;
            const auto [place, is_new] = places.try_emplace(look.name + id, node->rect);
            const Rect& first = place->second;
            if (!is_new && (first.x != node->rect.x || first.w != node->rect.w ||
                            first.bottom() != node->rect.bottom()))
                found.push_back(id + " is elsewhere");
        }
    });
}

/// Once around with the right arrow.
void judge_keys(const SemanticTree& tree, const Look& look, Complaints& found) {
    std::set<std::string> reached;
    Focus focus;
    for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
        focus.move(tree, FocusKey::Right);
        reached.insert(focus.id());
    }
    for (const Node& node : tree.nodes()) {
        if (!node.is_live()) continue;
        if (!reached.contains(node.id)) found.push_back(node.id + " cannot be reached");
        if (node_speech(node, tree, look.comfort.language, Earshot::Room).empty())
            found.push_back(node.id + " says nothing");
    }
}

}  // namespace

TEST_CASE("everything lies on the screen and no text is cut", "[ui]") {
    check_none(audit(judge_places));
}

TEST_CASE("nothing lies on top of anything else", "[ui]") { check_none(audit(judge_overlaps)); }

TEST_CASE("every target is as large and as far from others as a shaking finger needs", "[ui]") {
    check_none(audit(judge_targets));
}

TEST_CASE("letters are large and dark enough to be read at 60 cm", "[ui]") {
    check_none(audit(judge_letters));
}

TEST_CASE("everything has a name and words to be said, in the order of the screen", "[ui]") {
    check_none(audit(judge_words));
}

TEST_CASE("six keys reach every control, and each says what it is", "[ui]") {
    check_none(audit(judge_keys));
}

TEST_CASE("content keeps to the margins", "[ui]") { check_none(audit(judge_grid)); }

TEST_CASE("help and the ways on are at the same place on every screen", "[ui]") {
    check_none(strays({"access.language", "access.size", "access.voice", "access.leave",
                       "access.staff", "action.back", "action.next"}));
}

}  // namespace motlan::testing
