// The home screen, ratings, reports and fees, with what is long, offline or went wrong.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

/// `now` is the moment of all samples.
[[nodiscard]] std::vector<Sample> opinion_samples(WallTime now, const Picture& page);

}  // namespace motlan::testing
