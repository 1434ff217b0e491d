// The handlers of saving for later and of taking it up again; beside handlers.h.
#pragma once

#include "kiosk/flow/handlers.h"

namespace motlan {

// step_saved.cpp
Turn on(SavingWork, const WorkSaved&, const Scene&);
Turn on(SavingWork, const WorkNotSaved&, const Scene&);
Turn on(SavingWork, const Proceeded&, const Scene&);
Turn on(SavingWork, const WentBack&, const Scene&);
Turn on(SavingWork, const PageRead&, const Scene&);
Turn on(SavedForLater, const SlipWished&, const Scene&);
Turn on(SavedForLater, const Proceeded&, const Scene&);
Turn on(FindDossier, const SavedFound&, const Scene&);
Turn on(FindDossier, const SavedNotFound&, const Scene&);
Turn on(FindDossier, const WorkOpened&, const Scene&);
Turn on(FindDossier, const WorkNotOpened&, const Scene&);

/// A slip is shown: whether what it names waits here. The camera goes on looking for the card.
[[nodiscard]] Turn look_for_saved(FindDossier screen, const Bytes& code);

/// The card is shown after its slip.
[[nodiscard]] Turn open_saved_with(FindDossier screen, SavedHolder holder, const Scene& scene);

}  // namespace motlan
