// T15: what all tests came to, on one page and on a slip.
#pragma once

#include <vector>

#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/slip.h"

namespace motlan {

/// Who tested which kiosk when, the newest result of each test with the figures that are beyond
/// their limits, and a code over all of it, so that a copy is told from the paper.
[[nodiscard]] std::vector<SlipLine> report_lines(const CareDesk& desk, Language language);

}  // namespace motlan
