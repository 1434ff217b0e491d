#include "kiosk/ui/semantic_tree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

Tree box_in_px(const Rect& box) { return Tree::List{box.x, box.y, box.w, box.h}; }

Tree box_in_mm(const Rect& box, double px_per_mm) {
    const auto tenths = [&](int px) {
        return static_cast<double>(static_cast<int>(px / px_per_mm * 10)) / 10;
    };
    return Tree::List{tenths(box.x), tenths(box.y), tenths(box.w), tenths(box.h)};
}

Tree document_of(const Node& node, int order, double px_per_mm) {
    const bool is_private = node.privacy != Privacy::Public;
    return Tree::Table{
        {"id", node.id},
        {"role", name(node.role)},
        {"string_key", node.label.key},
        {"label", is_private ? std::string("***") : node.label.shown},
        {"value", is_private ? std::string("***") : node.value},
        {"order", order},
        {"touchable", node.is_touchable},
        {"enabled", node.is_enabled},
        {"why_not", node.why_not.shown},
        {"covered", node.is_covered},
        {"primary", node.is_primary},
        {"selected", node.is_selected},
        {"pii", name(node.privacy)},
        {"provenance", node.provenance},
        {"legal_ref", node.legal_ref},
        {"speech_public", node.speech_public()},
        {"rect_px", box_in_px(node.rect)},
        {"rect_mm", box_in_mm(node.rect, px_per_mm)},
    };
}

}  // namespace

std::string_view name(NodeRole role) {
    constexpr auto kNames = std::to_array<std::string_view>(
        {"heading", "text", "button", "choice", "key", "field", "illustration", "status",
         "progress", "slider", "group", "dialog"});
    return kNames.at(std::to_underlying(role));
}

std::string_view name(Privacy privacy) {
    constexpr auto kNames = std::to_array<std::string_view>({"none", "mask", "secret"});
    return kNames.at(std::to_underlying(privacy));
}

std::string Node::speech_public() const {
    return privacy == Privacy::Public ? label.spoken : std::string{};
}

std::string Node::speech_private() const {
    return privacy == Privacy::Secret ? std::string{} : label.spoken;
}

void SemanticTree::read_last(std::string_view id) {
    const auto found = std::ranges::find(nodes_, id, &Node::id);
    if (found != nodes_.end()) std::rotate(found, std::next(found), nodes_.end());
}

void SemanticTree::cover() {
    for (Node& node : nodes_) node.is_covered = true;
}

const Node* SemanticTree::find(std::string_view id) const {
    const auto found = std::ranges::find(nodes_, id, &Node::id);
    return found == nodes_.end() ? nullptr : &*found;
}

const Node* SemanticTree::at(Point point) const {
    const auto found = std::ranges::find_if(nodes_, [&](const Node& node) {
        return (node.is_live() || node.is_explained()) && node.rect.contains(point);
    });
    return found == nodes_.end() ? nullptr : &*found;
}

Tree SemanticTree::to_document(double px_per_mm) const {
    Tree::List list;
    int order = 0;
    for (const Node& node : nodes_) list.push_back(document_of(node, order++, px_per_mm));
    return Tree::Table{{"nodes", std::move(list)}};
}

}  // namespace motlan
