// What is alone on the screen: points, colours, keys, and a screen that is wiped.
#pragma once

#include "tests/technician/sample_desks.h"

namespace motlan::testing {

/// `desk` is at the first of those pages, and nobody has touched anything yet.
void add_trials(std::vector<CareSample>& all, CareDesk desk);

}  // namespace motlan::testing
