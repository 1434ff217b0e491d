#include "tests/ui/audit_rules.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "kiosk/ui/narrator.h"

namespace motlan::testing {
namespace {

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

void judge_places(const DrawnPage& page, Complaints& found) {
    const auto& [tree, look, typeface] = page;
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

/// Only what others wrote may be longer than its place.
void judge_wholeness(const DrawnPage& page, Complaints& found) {
    for (const Node& node : page.tree.nodes())
        if (node.setting && node.setting->is_shortened) found.push_back(node.id + " is shortened");
}

/// Text, pictures and targets; what only groups others may lie around them.
bool is_solid(const Node& node) {
    return node.role != NodeRole::Group && node.role != NodeRole::Dialog;
}

/// The part of a node that may not be drawn over.
const Rect& body_of(const Node& node) {
    return node.is_touchable || !node.setting ? node.rect : node.setting->extent;
}

void judge_overlaps(const DrawnPage& page, Complaints& found) {
    for_pairs(page.tree, [&](const Node& one, const Node& other) {
        if (!is_solid(one) || !is_solid(other) || !body_of(one).touches(body_of(other))) return;
        const bool is_hint = other.is_touchable && other.rect.contains(body_of(one));
        if (!is_hint || one.is_touchable)
            found.push_back(std::format("{} [{}] and {} [{}] overlap", one.id, words(body_of(one)),
                                        other.id, words(body_of(other))));
    });
}

/// Targets: ux, principle P5 and 3.4.
void judge_targets(const DrawnPage& page, Complaints& found) {
    const auto& [tree, look, typeface] = page;
    const bool is_normal = look.comfort.size == TextSize::Normal;
    int primaries = 0;
    for (const Node& node : tree.nodes()) {
        if (!node.is_touchable || node.is_covered) continue;
        const bool is_key = node.role == NodeRole::Key;
        const int least = pixels(look, is_key && is_normal && !look.comfort.is_low ? 20 : 16);
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
void judge_letters(const DrawnPage& page, Complaints& found) {
    const auto& [tree, look, typeface] = page;
    constexpr std::array kLeast{4.8, 6.1, 7.4, 8.0};  // ux, principle P4; EN 301 549, 5.1.4
    const double least = kLeast.at(std::to_underlying(look.comfort.size));
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

void judge_words(const DrawnPage& page, Complaints& found) {
    std::set<std::string> ids;
    int last = 0;
    for (const Node& node : page.tree.nodes()) {
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
void judge_grid(const DrawnPage& page, Complaints& found) {
    const auto& [tree, look, typeface] = page;
    const int rail = look.panel.is_portrait() ? 0 : pixels(look, 96);
    const bool is_left = look.comfort.is_mirrored;
    const int left = pixels(look, 16) + (is_left ? 0 : rail);
    const int right = look.panel.width - pixels(look, 16) - (is_left ? rail : 0);
    for (const Node& node : tree.nodes()) {
        if (node.is_covered || rank(node) == 2 || node.id.starts_with("frame.")) continue;
        if (node.id.starts_with("step.")) continue;
        if (node.rect.x < left || node.rect.right() > right)
            found.push_back(node.id + " is off the grid: " + words(node.rect));
    }
}

/// Help and the ways on are at the same place on every screen of a look.
class Places {
public:
    void judge(const DrawnPage& page, Complaints& found) {
        for (const std::string_view id :
             {"access.language", "access.size", "access.voice", "access.reach", "access.leave",
              "access.staff", "action.back", "action.next"}) {
            const Node* node = page.tree.find(id);
            if (node == nullptr) continue;
            const auto [place, is_new] =
                places_.try_emplace(page.look.name + std::string(id), node->rect);
            const Rect& first = place->second;
            if (!is_new && (first.x != node->rect.x || first.w != node->rect.w ||
                            first.bottom() != node->rect.bottom()))
                found.push_back(std::string(id) + " is elsewhere");
        }
    }

private:
    std::map<std::string, Rect> places_;
};

/// Where hands are low, everything that can be touched is (ux, principle P7).
void judge_reach(const DrawnPage& page, Complaints& found) {
    if (!page.look.comfort.is_low) return;
    for (const Node& node : page.tree.nodes()) {
        if (node.is_live() && node.rect.y < page.look.panel.height / 2)
            found.push_back(node.id + " is out of reach: " + words(node.rect));
    }
}

/// One decision a screen: at most sixty syllables in sentences of ours (ux, principle P2); in
/// English words, of which as much text has fewer. Labels of rows are looked up, not read.
void judge_length(const DrawnPage& page, Complaints& found) {
    int count = 0;
    for (const Node& node : page.tree.nodes()) {
        const bool is_sentence =
            node.role == NodeRole::Text && !node.label.key.empty() &&
            (node.label.shown.ends_with('.') || node.label.shown.ends_with('?'));
        if (!is_sentence || node.is_covered) continue;
        count += static_cast<int>(std::ranges::count(node.label.shown, ' ')) + 1;
    }
    if (count > 60) found.push_back(std::format("{} words of running text", count));
}

/// Every letter has a shape.
void judge_glyphs(const DrawnPage& page, Complaints& found) {
    for (const Node& node : page.tree.nodes()) {
        std::string_view rest = node.label.shown;
        while (!rest.empty()) {
            const char32_t letter = take_letter(rest);
            if (letter >= U' ' && !page.typeface.has(letter))
                found.push_back(std::format("{} has no shape for U+{:04X}", node.id,
                                            static_cast<std::uint32_t>(letter)));
        }
    }
}

/// Wherever a finger comes down, at most one thing answers, and the one that is shown there.
void judge_hits(const DrawnPage& page, Complaints& found) {
    constexpr int kStep = 8;  // ux 0.2
    for (const Node& node : page.tree.nodes()) {
        if (!node.is_live()) continue;
        for (int y = node.rect.y; y < node.rect.bottom(); y += kStep) {
            for (int x = node.rect.x; x < node.rect.right(); x += kStep) {
                if (page.tree.at({x, y}) == &node) continue;
                found.push_back(node.id + " does not answer everywhere");
                return;
            }
        }
    }
}

/// Once around with the right arrow.
void judge_keys(const DrawnPage& page, Complaints& found) {
    const auto& [tree, look, typeface] = page;
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

std::vector<Rule> all_rules() {
    return {
        {"places", judge_places},
        {"wholeness", judge_wholeness},
        {"overlaps", judge_overlaps},
        {"targets", judge_targets},
        {"letters", judge_letters},
        {"words", judge_words},
        {"keys", judge_keys},
        {"grid", judge_grid},
        {"reach", judge_reach},
        {"length", judge_length},
        {"glyphs", judge_glyphs},
        {"hits", judge_hits},
        {"strays", [places = std::make_shared<Places>()](const DrawnPage& page, Complaints& found) {
             places->judge(page, found);
         }}};
}

}  // namespace motlan::testing
