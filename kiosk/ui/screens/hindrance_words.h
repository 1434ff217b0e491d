// The sentences for what cannot be done at this kiosk now: one on a procedure's own screen, a
// shorter one where it stands among others. None has none.
#pragma once

#include "kiosk/flow/hindrance.h"
#include "kiosk/ui/wording.h"

namespace motlan {

/// Why, and what to do instead. Never asked for Hindrance::None.
[[nodiscard]] Text words_of(Hindrance hindrance);

/// The same in a line of a list.
[[nodiscard]] Text short_words_of(Hindrance hindrance);

}  // namespace motlan
