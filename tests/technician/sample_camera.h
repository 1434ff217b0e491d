// The page on which the card camera is set: what it shows, what can be set, what is wrong.
#pragma once

#include "tests/technician/sample_desks.h"

namespace motlan::testing {

/// `desk` is at that page, and nothing was seen there yet.
void add_camera(std::vector<CareSample>& all, CareDesk desk);

}  // namespace motlan::testing
