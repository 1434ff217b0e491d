// What a citizen's screens keep besides the rules of every screen: little to choose from at once,
// and a way out of everything.
#pragma once

#include "tests/ui/audit_rules.h"

namespace motlan::testing {

[[nodiscard]] std::vector<Rule> citizen_rules();

}  // namespace motlan::testing
