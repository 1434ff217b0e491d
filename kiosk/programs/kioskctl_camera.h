// kioskctl camera: what the card camera sees now, for the one who sets it up.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// Looks through the configured camera as a visit does and tells each second what came of it.
/// What stands in a code is never shown.
[[nodiscard]] int camera_command(Arguments arguments);

/// "controls" lists what the camera lets be set, "set" tries values and tells what they change,
/// "save" puts them into kiosk.toml as `config set` does, "reset" leaves all of them to the camera.
[[nodiscard]] int camera_controls(std::string_view verb, Arguments arguments);

}  // namespace motlan
