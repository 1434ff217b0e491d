// What may happen on any screen: the link goes down, and nobody touches anything for too long.
#pragma once

#include "tests/ui/sample_states.h"

namespace motlan::testing {

/// These samples, an offline one of every screen that had none, and the question whether somebody
/// is there over a screen of each patience (ux 2.2).
[[nodiscard]] std::vector<Sample> with_situations(std::vector<Sample> samples);

}  // namespace motlan::testing
