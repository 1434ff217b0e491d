// What one picture of a card shows: a code, or why there is none yet. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"

namespace motlan {

/// What to tell a person who holds a card before the camera, in the order of ux 4 (viewfinder).
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

/// The hint's name for messages between programs, e.g. "too_far"; and back (NoCard if unknown).
[[nodiscard]] std::string_view name(CardHint hint);
[[nodiscard]] CardHint card_hint(std::string_view name);

/// Result of looking at one picture.
struct CodeSighting {
    std::optional<Bytes> payload;  ///< exact bytes of the code, at most 4 KiB
    std::string_view step;         ///< which step of the decoder read it, e.g. "plain"
    CardHint hint = CardHint::NoCard;
};

}  // namespace motlan
