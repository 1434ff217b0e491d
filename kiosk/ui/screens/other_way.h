// "I have something else": the button for another way of an alternative (ux, C10 and C12).
#pragma once

#include <optional>

#include "kiosk/flow/state.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

/// The button "<item>.other" that names what the next way needs; empty when the item has only one.
[[nodiscard]] std::optional<ButtonSpec> other_way(const Ui& ui, const Visit& visit,
                                                  const ItemId& item);

}  // namespace motlan
