// What one visit knows: the only place where a citizen's data stands.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/flow/follow_state.h"

namespace motlan {

/// What a citizen files and has said so far.
struct Visit {
    Procedure procedure;
    Profile profile;
    std::optional<ConsentRecord> consent;
    SourceWords words;
    AcquisitionPlan plan;
    Answers answers;
    Papers papers;
    Disputes disputes;
    Answers drafts;  ///< what was begun and not yet said, so that going back loses nothing
    Ways wished;     ///< the citizen's own choice among alternatives
    Picture face;    ///< from the chip, where this kiosk shows it; never leaves it
    std::vector<ItemId> dropped;  ///< answers that the last one has made needless, to be told
    std::optional<Followed> supplements;  ///< the dossier that this is added to
};

}  // namespace motlan
