// The screens that follow a dossier, with what is long, late, asked for or missing.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

/// What these screens share with the others.
struct SampleParts {
    Profile profile;
    Picture camera;
    SourceWords words;
};

[[nodiscard]] std::vector<Sample> follow_samples(SampleParts parts);

}  // namespace motlan::testing
