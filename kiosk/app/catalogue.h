// The catalogue on disk: sources and procedures, read whole or not at all.
#pragma once

#include <vector>

#include "kiosk/app/settings.h"
#include "kiosk/core/problem.h"
#include "kiosk/flow/office.h"

namespace motlan {

/// Reads sources.toml and every procedure; the first problem refuses the whole catalogue.
[[nodiscard]] Checked<Office> read_office(const Settings& settings, const CivilDate& today);

}  // namespace motlan
