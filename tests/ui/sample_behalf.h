// C06b and C06c: for whom it is, and the screens behind it that show another person or a company.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

/// What the samples are made of.
struct BehalfParts {
    Visit visit;    ///< of a procedure that may be filed for others
    Visit company;  ///< of one that may be filed for a company
    WallTime now;   ///< the moment of all samples
};
[[nodiscard]] std::vector<Sample> behalf_samples(const BehalfParts& parts);

}  // namespace motlan::testing
