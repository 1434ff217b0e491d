// The part of a desk's step that is about pages: what is asked for when one is shown, and which
// lies before it. For the sources of this folder only.
#pragma once

#include "kiosk/technician/care_desk.h"

namespace motlan {

/// A page shows what is so now.
void open_page(CareTurn& turn, CarePage page);
/// The one that "back" leads to.
[[nodiscard]] CarePage page_before(CarePage page);

void look_over(CareTurn& turn);
void gather(CareTurn& turn);
/// Looks for devices, and says when to look again.
void search_again(CareTurn& turn);

}  // namespace motlan
