// The log: how it is read, which lines are wished, and the word that is looked for.
#pragma once

#include "tests/technician/sample_desks.h"

namespace motlan::testing {

/// `desk` is at that page, and nothing was read yet.
void add_journal(std::vector<CareSample>& all, CareDesk desk);

}  // namespace motlan::testing
