// What changed between two versions of a procedure, in words for the one who must approve it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/domain/procedure.h"

namespace motlan {

/// One sentence for each change, in the order of the file; empty when nothing differs.
[[nodiscard]] std::vector<std::string> differences(const Procedure& before, const Procedure& after);

}  // namespace motlan
