// The offer of an easier kiosk on the first screen after the card, to whom it may help.
#pragma once

#include <optional>

#include "kiosk/flow/visit.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {

/// The button "ease.offer"; nothing for whom it is not meant, or while staff have the kiosk.
[[nodiscard]] std::optional<ButtonSpec> ease_offer(const Ui& ui, const Visit& visit);

}  // namespace motlan
