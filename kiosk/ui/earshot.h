// Who hears what the kiosk says.
#pragma once

#include <cstdint>

#include "kiosk/ui/semantic_tree.h"

namespace motlan {

/// Everybody in the room, or the one with headphones. A loudspeaker never says a private value
/// (ux 6.4 rule 5).
enum class Earshot : std::uint8_t { Room, Headphones };

/// Whether a node's value stays unsaid there.
[[nodiscard]] inline bool is_unsaid(const Node& node, Earshot earshot) {
    return earshot == Earshot::Room && node.privacy != Privacy::Public;
}

}  // namespace motlan
