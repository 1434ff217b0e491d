// How the printed slip is doing, shared by the two screens that print one.
#pragma once

#include "kiosk/flow/state.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

struct SlipPart {
    SlipStage stage;
    std::optional<Fault> fault;
    Text printing;
    Text printed;
    Text not_printed;
};

/// A sentence about the slip and the button "print again". True when that was chosen.
[[nodiscard]] bool draw_slip_part(Ui& ui, Column& column, const SlipPart& part);

}  // namespace motlan
