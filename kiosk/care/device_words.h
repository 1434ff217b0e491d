// What a device that is plugged in is called.
#pragma once

#include "drivers/search/device_search.h"
#include "kiosk/ui/wording.h"

namespace motlan {

[[nodiscard]] Phrase kind_words(DeviceKind kind, Language language);

/// What it calls itself, and which one it is; what it does not say is said to be so.
[[nodiscard]] Phrase identity_words(const FoundDevice& device, Language language);

}  // namespace motlan
