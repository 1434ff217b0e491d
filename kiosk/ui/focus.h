// Where somebody is who works with six keys instead of a finger (ux 4, tactile keypad map): on one
// node of the tree, which is read out, and chosen when it can be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/ui/semantic_tree.h"

namespace motlan {

/// Up and Down read what stands before and after, Left and Right go from control to control,
/// Choose does what a finger would, Again says once more where one is.
enum class FocusKey : std::uint8_t { Up, Down, Left, Right, Choose, Again };

class Focus {
public:
    /// Moves by one node, around the end if need be. Nothing was focused: on the first.
    void move(const SemanticTree& tree, FocusKey key);
    /// Forgets the node when it is not shown any more or a dialog covers it; of a list, whose nodes
    /// end in their number, goes to the first.
    void follow(const SemanticTree& tree);
    /// A finger was used: the keys begin anew.
    void leave();

    /// The node's id; empty while no key was used here.
    [[nodiscard]] const std::string& id() const { return id_; }
    /// How often somebody asked to hear it again.
    [[nodiscard]] int repeats() const { return repeats_; }

private:
    std::string id_;
    int repeats_ = 0;
};

/// Whether a node is there for somebody who cannot see: it has words and nothing covers it.
[[nodiscard]] bool is_readable(const Node& node);

}  // namespace motlan
