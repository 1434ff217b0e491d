// Opens a serial line for a reader's bytes, untouched by the kernel's line editing.
#pragma once

#include <filesystem>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/result.h"
#include "kiosk/device/devices.h"

namespace motlan {

/// Whether a device node, there or not, belongs to something that types keys or reports buttons
/// (the kernel's input and hidraw devices), so that no bytes of a code can come from it.
[[nodiscard]] bool types_keys(const std::filesystem::path& node);

/// Opens the line for us alone, without blocking, and drops what waits in it.
/// Fails with Fault::ReaderIsKeyboard, or ReaderUnavailable.
[[nodiscard]] Result<Descriptor> open_line(const SerialSettings& settings);

/// Lets others open the line again.
void share_line(const Descriptor& line);

}  // namespace motlan
