// What may be done with one of several scanned pages, and why a doubtful one is used all the same:
// the page and a list of choices. Part of the review of pages (C13).
#pragma once

#include "kiosk/ui/screens/screens.h"

namespace motlan {

/// Draws the stages ReviewStage::Arrange and ReviewStage::SayReason.
[[nodiscard]] std::optional<Event> draw_arrange_page(Ui& ui, const ReviewPage& screen);

}  // namespace motlan
