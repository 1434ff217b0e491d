// What a technician types: the citizens' keys, and the signs that names of devices and codes need.
#pragma once

#include <optional>

#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/screens/answer.h"

namespace motlan {

/// What a key of the citizens' screens means at the desk.
[[nodiscard]] std::optional<CareEvent> felt_in(const CareDesk& desk,
                                               const std::optional<Event>& key);

/// All keys, and where there is room the signs that the keyboard has not.
[[nodiscard]] std::optional<CareEvent> draw_typing(Ui& ui, const Rect& box, const CareDesk& desk,
                                                   const Writing& writing);

}  // namespace motlan
