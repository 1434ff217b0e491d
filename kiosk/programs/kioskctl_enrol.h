// kioskctl enrol: a new kiosk makes its keys, the province certifies them, the kiosk takes that in.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// "request" [--kiosk NAME] [--tpm] [--again] FOLDER: makes the keys and leaves device.csr and
/// tls.csr in the folder; without a name those that follow the enrolled kiosk's present ones. Keys
/// that wait for their certificates are given up for others only --again. "accept" FOLDER: takes
/// what the province made of them, if it is of these keys and whole.
int enrol_command(std::string_view verb, Arguments arguments);

}  // namespace motlan
