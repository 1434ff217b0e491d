// The screens about papers: their list, the scanner, and the scanned pages with what may be wrong.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

struct PaperParts {
    Visit one;     ///< asks for the paper "dwelling"
    Visit rental;  ///< asks for the paper "lease", or another one in its place
    Picture page;
    WallTime now{};
};

[[nodiscard]] std::vector<Sample> paper_samples(PaperParts parts);

}  // namespace motlan::testing
