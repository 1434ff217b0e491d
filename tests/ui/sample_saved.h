// The screens of saving for later and of taking it up again.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

struct SavedParts {
    Visit visit;
    Profile profile;
    Picture camera;
    WallTime now{};
};

[[nodiscard]] std::vector<Sample> saved_samples(const SavedParts& parts);

}  // namespace motlan::testing
