// What devices a kiosk has: as it was set up, as its journey wishes, as its visits are told.
#pragma once

#include <string>

#include "kiosk/app/settings.h"
#include "kiosk/flow/office.h"

namespace motlan {

/// How the kiosk of a journey takes papers; as it is configured when the journey does not say.
void lay_papers_as(const std::string& papers, DeviceSettings& devices);

/// Tells the visit which devices there are.
void note_devices(const Settings& settings, Office& office);

}  // namespace motlan
