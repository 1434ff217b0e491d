// The digits of a PIN: how many there are, never which, and the keys to write them.
#pragma once

#include <optional>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"

namespace motlan {

struct PinPad {
    std::size_t digits = 0;
    Phrase refused{};  ///< why the last one was not taken; may be empty
};

/// The event is LettersTyped or LetterErased.
[[nodiscard]] std::optional<Event> draw_pin_pad(Ui& ui, const Rect& box, const PinPad& pad);

}  // namespace motlan
