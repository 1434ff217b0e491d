// kioskctl bundle: what the province publishes, as it stands on this machine or on a memory stick.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// "show" tells which bundle is in service and whether all of it holds; "import FOLDER" installs
/// one from a folder with bundle.cms and its files, after the same checks as over the network.
[[nodiscard]] int bundle_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
