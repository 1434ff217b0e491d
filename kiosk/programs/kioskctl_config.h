// kioskctl config check: reads the configuration and the catalogue as the kiosk does.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// [--json] [--bundle FOLDER] [FILE]: with a folder, its files take the place of the configured
/// ones, as on a kiosk that gets them in a bundle. Says "fine", or the first problem with file,
/// line, key and reason.
int config_check(Arguments arguments);

/// "set", "apply", "rollback", "settle", "keep", "undo", "history": see config_change.h; "answer":
/// see config_door.h.
int config_change(std::string_view verb, Arguments arguments);

}  // namespace motlan
