// Times as a person in Vietnam reads them.
#pragma once

#include <string>

#include "kiosk/core/clock.h"
#include "kiosk/ui/wording.h"

namespace motlan {

/// "08:42".
[[nodiscard]] std::string clock_text(WallTime time);
/// "23/11/2026".
[[nodiscard]] std::string date_text(WallTime time);
/// "08:42 23/11/2026".
[[nodiscard]] std::string moment_text(WallTime time);
/// "thứ Tư, 25/11/2026".
[[nodiscard]] std::string day_text(WallTime time, Language language);
/// "trước 17:00 thứ Tư, 25/11/2026".
[[nodiscard]] std::string due_text(WallTime time, Language language);

}  // namespace motlan
