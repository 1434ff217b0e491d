// What one picture of a card shows: a code, or why there is none yet. Plain values.
#pragma once

#include <optional>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/card_hint.h"
#include "kiosk/core/image.h"

namespace motlan {

/// Result of looking at one picture.
struct CodeSighting {
    std::optional<Bytes> payload;  ///< exact bytes of the code, at most 4 KiB
    std::string step;              ///< which step of the decoder read it, e.g. "plain"
    int pictures = 1;              ///< how many pictures of a sequence took part in it
    CardHint hint = CardHint::NoCard;
    int side = 0;  ///< of the code in the picture, in pixels; 0 where none was seen
    int room = 0;  ///< the shorter side of that picture; 0 where none was seen
};

}  // namespace motlan
