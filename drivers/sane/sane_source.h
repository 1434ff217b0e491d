// Which of the sources that a SANE device names is its glass, its feeder, or its feeder that
// sees both sides. SANE fixes no words for them. Pure.
#pragma once

#include <span>
#include <string>

#include "kiosk/device/document_scanner.h"

namespace motlan {

/// The name in `sources` that says it is this source; empty when none does. For both sides of the
/// sheets only a name that says so counts.
[[nodiscard]] std::string source_named(std::span<const std::string> sources, PaperSource source);

/// Whether a source or a mode of the feeder says that it sees both sides.
[[nodiscard]] bool names_both_sides(std::string text);

}  // namespace motlan
