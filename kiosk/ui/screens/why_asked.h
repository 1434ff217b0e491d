// X03 and X04: why something is needed or asked, by which law, from which source, who sees it, and
// what follows without it (ux 5.6).
#pragma once

#include <optional>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// Draws it over the screen; nothing where the screen knows no such item.
[[nodiscard]] std::optional<Event> draw_why(Ui& ui, const State& state, const WhyAsked& why);

}  // namespace motlan
