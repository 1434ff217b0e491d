// T07: the screen measured with a card.
#pragma once

#include <optional>

#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// The setting that it finds.
inline constexpr std::string_view kRuledSetting = "screen.pixels_per_metre";

/// An outline as wide as a card of 85.60 mm would be with what is typed, and four buttons that
/// change it by one pixel of the outline or by ten. What they choose is judged as typing is.
[[nodiscard]] std::optional<CareEvent> draw_ruler(Ui& ui, const Rect& box,
                                                  const ConfigWork& change);

}  // namespace motlan
