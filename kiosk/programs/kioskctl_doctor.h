// kioskctl doctor, devices and metrics: how this kiosk is, what is plugged in, in words and
// figures.
#pragma once

#include <vector>

#include "drivers/search/device_search.h"
#include "kiosk/programs/command.h"

namespace motlan {

/// One page: everything that is wrong, with its code and what to do. Ends with 1 when something is.
int doctor(Arguments arguments);

/// What is plugged in, and the printer that the usual settings name; settings that cannot be read
/// name none.
[[nodiscard]] std::vector<FoundDevice> usual_devices();

/// What is plugged in, and the words of kiosk.toml for it.
int devices(Arguments arguments);

/// The figures in Prometheus' text format 0.0.4, on standard output or into a file that is always
/// whole.
int metrics(Arguments arguments);

}  // namespace motlan
