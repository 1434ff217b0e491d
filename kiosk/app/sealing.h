// From parts in memory to a sealed dossier in the outbox, ready to be sent. Of the visit's process.
#pragma once

#include <span>
#include <string>

#include "kiosk/app/standing.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/outbox/seal.h"

namespace motlan {

/// With what, for whom and when is sealed. Borrowed: it must outlive the call only.
struct SealingDesk {
    const ProvincePlaces& places;
    const std::string& software;  ///< names this program in the manifest
    const Clock& clock;
    const Dossier* dossier = nullptr;  ///< what its manifest tells of staff; an opinion has none
};

/// What is now in the outbox.
struct SealedAway {
    DossierMark mark;
    std::int64_t bytes = 0;
};

/// Seals the parts, stores them and lets them be sent. `about` stands in the manifest: a national
/// procedure code, "rating" or "report". Fails with the faults of standing(), Fault::NotEnrolled,
/// SealingFailed and those of Outbox::add; what was added counts as filed.
[[nodiscard]] Result<SealedAway> seal_away(std::span<const PlainPart> parts,
                                           const std::string& about, const SealingDesk& desk);

}  // namespace motlan
