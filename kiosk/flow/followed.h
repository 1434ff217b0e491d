// What is known of a dossier that was filed before, as a citizen asks it: how long still, what the
// apology was for, and which of the officer's wishes are truly to be brought.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "kiosk/domain/supplement.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// Whole days and hours to the promised moment, or since it.
struct TimeLeft {
    bool is_late = false;
    int days = 0;
    int hours = 0;  ///< of the last day; both 0: less than an hour
};

/// While the clock runs (accepted or in work) and a day is promised.
[[nodiscard]] std::optional<TimeLeft> time_left(const FollowedDossier& dossier, WallTime now);

struct Apology {
    const DossierEvent* letter = nullptr;  ///< of the dossier
    std::optional<WallTime> promised;      ///< the day that was not kept
};

/// The last letter of apology; nothing when there is none.
[[nodiscard]] std::optional<Apology> last_apology(const FollowedDossier& dossier);

/// What is to be done about each of the officer's wishes, as far as the sources have spoken.
[[nodiscard]] std::vector<CheckedWish> wishes_of(const ReviewWishes& screen, const Office& office);

/// The sources that must be asked before anything is shown as needed.
[[nodiscard]] std::map<SourceId, std::vector<ConceptId>> queries_of(const ReviewWishes& screen,
                                                                    const Office& office);

/// What may be sent now as an answer to the wishes; no items: nothing.
[[nodiscard]] Procedure supplement_of(const ReviewWishes& screen, const Office& office);

}  // namespace motlan
