// What a kiosk tells of itself: technicians how it is, the audit log which settings it serves with.
#pragma once

#include <filesystem>
#include <functional>

#include "kiosk/care/places.h"
#include "kiosk/core/clock.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Writes how the kiosk is whenever that has changed. `config` is kiosk.toml.
[[nodiscard]] std::function<void(const State&)> tell_condition(const std::filesystem::path& config,
                                                               const Places& where);

/// Tells the audit log what differs from what was told last. Nobody is turned away because it
/// cannot be told: then the next start tries again.
void tell_settings(const std::filesystem::path& config, const Places& where, const Clock& clock);

}  // namespace motlan
