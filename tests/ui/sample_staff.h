// The screens of staff: signing in, the citizen's consent to be helped, a helper at the kiosk, and
// what is confirmed afterwards.
#pragma once

#include "tests/ui/sample_opinion.h"

namespace motlan::testing {

/// These samples, and those of staff over a question and a review of them.
[[nodiscard]] std::vector<Sample> with_staff(std::vector<Sample> samples);

/// The same state with a helper at the kiosk, who may type that item alone.
[[nodiscard]] State helped(State state, HelpScope scope, std::optional<ItemId> only = {});

}  // namespace motlan::testing
