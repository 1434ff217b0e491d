// Where log lines go instead of standard error.
#pragma once

#include <span>

#include "kiosk/core/log.h"

namespace motlan {

/// Takes one line; false when it could not, so that it goes to standard error after all.
using LogSink = bool (*)(LogEvent event, std::span<const LogField> fields);

/// For all later lines of this program. Once in main, before any thread.
void send_log_to(LogSink sink);

}  // namespace motlan
