// What a running kiosk tells technicians of itself.
#pragma once

#include <filesystem>
#include <functional>

#include "kiosk/care/places.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Writes how the kiosk is whenever that has changed. `config` is kiosk.toml.
[[nodiscard]] std::function<void(const State&)> tell_condition(const std::filesystem::path& config,
                                                               const Places& where);

}  // namespace motlan
