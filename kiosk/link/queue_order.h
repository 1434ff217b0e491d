// Which of the waiting dossiers goes next (security design 4.6): whom a citizen waits for, then
// what has waited for an hour, then what only lacks its receipt, then the smallest. Each is tried
// once in a round, and what the road broke under goes last, so that none starves another. Pure.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "kiosk/outbox/record.h"

namespace motlan {

/// What has waited for so long goes before what is smaller.
inline constexpr std::chrono::hours kMostWait{1};

/// What the order looks at besides the dossiers.
struct QueueView {
    const std::set<DossierId>& wished;    ///< a citizen waits for these, parked or not
    const std::set<DossierId>& tried;     ///< in this round
    const std::set<DossierId>& stumbled;  ///< the road broke under these the last time
    WallTime now;
};

/// The next one; nothing when the round is over. `waiting` is oldest first.
[[nodiscard]] std::optional<DossierRecord> next_of(const std::vector<DossierRecord>& waiting,
                                                   const QueueView& view);

}  // namespace motlan
