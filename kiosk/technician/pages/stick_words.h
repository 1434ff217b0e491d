// Why nothing can be written to a stick.
#pragma once

#include <optional>

#include "kiosk/care/stick.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

/// Nothing where one is ready.
[[nodiscard]] std::optional<NoticeSpec> stick_trouble(const Ui& ui, const Stick& stick);

}  // namespace motlan
