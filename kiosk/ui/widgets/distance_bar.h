// How far a card is from the camera: near at the left, far at the right, and where it is right
// marked in between. Only looked at: the viewfinder's sentence says the same to who listens.
#pragma once

#include <optional>

#include "kiosk/core/card_distance.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// Fills the box; without a mark where no code was found.
void distance_bar(Ui& ui, const Rect& box, std::optional<CardDistance> distance);

/// What it needs at least.
[[nodiscard]] int distance_bar_width(const Ui& ui);
[[nodiscard]] int distance_bar_height(const Ui& ui);

/// Where the mark is on a bar of that box: wholly inside it.
[[nodiscard]] Rect distance_mark(const Rect& track, int side, CardDistance distance);

}  // namespace motlan
