// The ruled lines of a page: of tables, of frames, under headings.
#pragma once

#include <vector>

#include "kiosk/reading/recogniser.h"

namespace motlan {

/// For each byte of a sound page whether it is part of a ruled line: 5 mm of ink in a row at 300
/// dpi, or 9 mm upright, higher than any letter.
[[nodiscard]] std::vector<bool> ruled_bytes(const LegiblePage& page);

}  // namespace motlan
