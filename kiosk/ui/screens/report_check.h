// The last look at a report before it is sent.
#pragma once

#include <optional>

#include "kiosk/domain/opinion.h"
#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// Everything that travels, and what may be added or left out: evidence, telephone, photo.
[[nodiscard]] std::optional<Event> draw_report_check(Ui& ui, const Rect& box,
                                                     const UnlawfulRequest& said);

}  // namespace motlan
