// Looking for something by letters: the field, keys without marks, and room for what was found:
// above the keys on a high screen, beside them on a wide one.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/field.h"

namespace motlan {

struct LetterSearch {
    FieldSpec field;
    std::string pages;         ///< name of the hits' pages in the view memory
    bool needs_digits = true;  ///< false: names that have none
    std::function<std::optional<Event>(const Rect&)> draw_hits;
};

/// Draws all of it; a hit that was chosen comes before a letter that was typed.
[[nodiscard]] std::optional<Event> draw_letter_search(Ui& ui, const Rect& content,
                                                      const LetterSearch& search);

}  // namespace motlan
