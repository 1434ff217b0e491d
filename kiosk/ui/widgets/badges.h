// Badges side by side, in as many lines as they need.
#pragma once

#include <vector>

#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/pieces.h"

namespace motlan {

/// Puts as many badges into a line as have room there. Each line is a piece of its own, so that
/// they go on from page to page. The Ui must outlive the pieces.
void add_badges(Ui& ui, Pieces& pieces, const std::vector<BadgeSpec>& badges);

}  // namespace motlan
