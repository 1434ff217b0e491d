// What one visit knows: the only place where a citizen's data stands.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/domain/saved_work.h"
#include "kiosk/flow/follow_state.h"

namespace motlan {

/// What a citizen files and has said so far.
struct Visit {
    Procedure procedure;
    Profile profile;                   ///< of whoever stands here
    std::vector<CardOddity> oddities;  ///< of the card's code; for the officer, never a refusal
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
    std::optional<Behalf> behalf;         ///< for whom else it is filed; empty: for himself
    PaperExceptions exceptions;           ///< papers taken in the place of a silent source
    std::optional<SavedWork> saved{};     ///< begun earlier, until it is laid back
    /// When the card ended, where the State has signed that and it is past; told, never a refusal.
    std::optional<Personal<CivilDate>> card_expired{};
};

/// Whom the dossier is about; nobody while that is not known.
[[nodiscard]] inline std::optional<Profile> subject_of(const Visit& visit) {
    return subject_of(visit.profile, visit.behalf);
}

/// About whom the sources are asked.
[[nodiscard]] inline Subject asked_about(const Visit& visit) {
    return {subject_of(visit), acting_of(visit.behalf)};
}

/// What plans and conditions look at. Borrows the visit and its subject.
[[nodiscard]] inline Known known_of(const Visit& visit, const std::optional<Profile>& subject) {
    return {visit.words,      subject,      visit.answers,
            visit.disputes,   visit.wished, acting_of(visit.behalf),
            &visit.exceptions};
}

}  // namespace motlan
