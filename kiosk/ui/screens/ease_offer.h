// The ways to an easier kiosk: for everybody before a visit, and offered on the first screen after
// the card to whom it may help.
#pragma once

#include <optional>
#include <string>

#include "kiosk/flow/visit.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {

/// The way to an easier kiosk, under that id.
[[nodiscard]] ButtonSpec ease_button(const Ui& ui, std::string id, Text label = Text::EaseMode);

/// The button "ease.offer"; nothing for whom it is not meant, or while staff have the kiosk.
[[nodiscard]] std::optional<ButtonSpec> ease_offer(const Ui& ui, const Visit& visit);

}  // namespace motlan
