#include "kiosk/ui/focus.h"

#include <algorithm>

#include "kiosk/core/digits.h"

namespace motlan {
namespace {

bool is_stop(const Node& node, FocusKey key) {
    const bool is_any = key == FocusKey::Up || key == FocusKey::Down;
    return is_readable(node) && (is_any || node.is_live());
}

bool is_backward(FocusKey key) { return key == FocusKey::Up || key == FocusKey::Left; }

}  // namespace

bool is_readable(const Node& node) {
    return !node.is_covered && !node.label.spoken.empty() && node.role != NodeRole::Group &&
           node.role != NodeRole::Dialog;
}

void Focus::move(const SemanticTree& tree, FocusKey key) {
    if (key == FocusKey::Choose || key == FocusKey::Again) {
        repeats_ += key == FocusKey::Again ? 1 : 0;
        return;
    }
    const auto& nodes = tree.nodes();
    const auto count = std::ssize(nodes);
    const auto found = std::ranges::find(nodes, id_, &Node::id);
    const bool is_nowhere = found == nodes.end();
    const std::ptrdiff_t step = is_backward(key) ? -1 : 1;
    std::ptrdiff_t at = is_nowhere ? (step > 0 ? -1 : count) : found - nodes.begin();
    for (std::ptrdiff_t tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        const Node& node = nodes[static_cast<std::size_t>(at)];
        if (!is_stop(node, key)) continue;
        id_ = node.id;
        return;
    }
}

// Of a list that has become shorter the first is still there: "key.word.0" for "key.word.2".
void Focus::follow(const SemanticTree& tree) {
    const auto is_there = [&] {
        const Node* node = tree.find(id_);
        return node != nullptr && is_readable(*node);
    };
    if (is_there()) return;
    const std::size_t dot = id_.rfind('.');
    const bool is_of_list = dot != std::string::npos && are_digits(id_.substr(dot + 1));
    id_ = is_of_list ? id_.substr(0, dot) + ".0" : std::string();
    if (!is_there()) id_.clear();
}

void Focus::leave() { id_.clear(); }

}  // namespace motlan
