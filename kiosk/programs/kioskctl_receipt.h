// kioskctl receipt: is this really the province's receipt, and for what.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// "verify FILE": signature, signer and, when this kiosk knows the dossier, every field.
/// "verify CODE": the code on a slip, against the signers of the last bundle.
[[nodiscard]] int receipt_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
