// What a kiosk says before a visit when one of its devices does not work, or its catalogue is old
// or lets something rest.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

/// What these screens share with the others.
struct DemotedParts {
    ChooseProcedure typed;  ///< with procedures that need the scanner
    WhatYouNeed needs;      ///< of a procedure that asks for a paper
    WallTime now;
};

[[nodiscard]] std::vector<Sample> demoted_samples(const DemotedParts& parts);

}  // namespace motlan::testing
