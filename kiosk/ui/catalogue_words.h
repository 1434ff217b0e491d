// Of which day the catalogue of procedures is (ux C04, C05). Chooses words, decides nothing.
#pragma once

#include "kiosk/ui/ui.h"

namespace motlan {

/// Whether the province published it more than 30 days ago. One of no known day is not called old.
[[nodiscard]] bool is_catalogue_old(const Ui& ui);

/// Its day, when it is old or the kiosk is offline; otherwise nothing.
[[nodiscard]] Phrase catalogue_words(const Ui& ui);

}  // namespace motlan
