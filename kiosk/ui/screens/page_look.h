// A scanned page as a person looks at it: what the kiosk thinks of it, its picture, and what may be
// done with it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/domain/page.h"
#include "kiosk/flow/event.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

/// Large letters leave room for the sentence about the worst doubt, and a badge for each other.
/// Where there is more, every doubt has one, and so has every check that the page has passed.
enum class Detail : std::uint8_t { Full, Short };

using Buttons = std::vector<ButtonSpec>;

struct LookedAt {
    const Page& page;
    bool may_turn = true;
    Buttons turning{};  ///< lead to other pages
    Buttons doing{};    ///< beside the primary action
    std::function<void(Pieces&, Detail)> advice;
};

/// What the kiosk thinks of the page, and what a person has said to that.
void add_verdict(Ui& ui, Pieces& pieces, const Page& page, Detail detail);

/// Draws all of it. What was chosen: a button by its id, e.g. "page.redo", or the page turned.
[[nodiscard]] std::optional<Event> draw_look(Ui& ui, const Rect& content, const LookedAt& look);

}  // namespace motlan
