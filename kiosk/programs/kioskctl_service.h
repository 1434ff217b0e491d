// kioskctl service: whether this kiosk serves citizens, now and as planned. A visit that goes on is
// never interrupted.
#pragma once

#include <string_view>

#include "kiosk/programs/command.h"

namespace motlan {

/// "close", "open", "plan" or "show".
[[nodiscard]] int service_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
