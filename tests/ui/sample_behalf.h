// C06b: for whom it is, and the screens behind it that show another person.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

/// What the samples are made of.
struct BehalfParts {
    Visit visit;   ///< of a procedure that may be filed for others
    WallTime now;  ///< the moment of all samples
};
[[nodiscard]] std::vector<Sample> behalf_samples(const BehalfParts& parts);

}  // namespace motlan::testing
