// What to tell a person who holds a card before the camera.
#pragma once

#include <cstdint>
#include <string_view>

namespace motlan {

/// In the order of the viewfinder's priorities (ux 4).
enum class CardHint : std::uint8_t {
    NoCard,
    WrongSide,
    TooDark,
    Glare,
    Blur,
    TooFar,
    TooNear,
    HoldStill,
    CodeSeen,
};

/// The hint's name for messages and string keys, e.g. "too_far"; and back (NoCard if unknown).
[[nodiscard]] std::string_view name(CardHint hint);
[[nodiscard]] CardHint card_hint(std::string_view name);

}  // namespace motlan
