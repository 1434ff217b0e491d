// Buttons side by side, all of one size, each with what it leads to.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

struct CareButton {
    ButtonSpec button;
    CareEvent event;
};

/// In rows of so many columns.
struct CareButtons {
    std::vector<CareButton> all;
    int columns = 2;
};

/// `event` is set when one is chosen.
void add_buttons(Ui& ui, Pieces& pieces, const CareButtons& buttons,
                 std::optional<CareEvent>& event);

}  // namespace motlan
