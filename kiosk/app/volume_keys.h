// The two keys of a keyboard or tactile keypad that make the voice louder and softer on any screen.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/flow/comfort_event.h"

namespace motlan {

/// What a key of that name (SDL's) wishes; nothing for other keys, or while nothing is read aloud.
[[nodiscard]] std::optional<SpeechVolumeWished> volume_wish(std::string_view key,
                                                            const Comfort& comfort);

}  // namespace motlan
