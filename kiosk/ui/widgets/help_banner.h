// What shows from afar that staff have the kiosk (ux 6.2): a coloured header that says who and for
// how long, and a frame around everything.
#pragma once

#include "kiosk/ui/ui.h"

namespace motlan {

/// In the place of the header, or of the rail's upper part.
void draw_help_banner(Ui& ui, const Rect& header);

/// Around the whole screen; draw it last.
void draw_help_frame(Ui& ui);

}  // namespace motlan
