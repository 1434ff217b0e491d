// What becomes of an officer's wish for a supplement: once-only binds the office as much as this
// kiosk, so what a published source holds is not asked for again.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/follow.h"

namespace motlan {

/// One wish, and what is to be done about it.
struct CheckedWish {
    SupplementWish wish;
    /// Where it comes from. Asked: the citizen must bring it, for that one reason. Source: the
    /// State has it already. Pending: its source has not said; nobody need bring it meanwhile.
    Acquisition obtained;
    bool is_source_unasked = false;  ///< a source has published it and gave no word yet
    bool is_in_dossier = false;      ///< the procedure needs it of everybody: it was handed in
    bool was_asked_before = false;   ///< an earlier request about this dossier named it, too
};

/// What wishes are judged by. Borrowed: it must outlive the call only.
struct WishRules {
    const Procedure* procedure;  ///< that was filed; nullptr when the catalogue knows it no more
    const SourceRegister& sources;
    const CivilDate& day;
};

/// The wishes of the last event, in its order; none unless it asks for a supplement.
[[nodiscard]] std::vector<CheckedWish> check_wishes(const FollowedDossier& dossier,
                                                    const WishRules& rules, const Known& known);

/// Whether the citizen may add it here: what nobody else holds, for which a law is named, and which
/// was not handed in with the dossier.
[[nodiscard]] bool may_be_added(const CheckedWish& wish);

/// What may be sent as an answer to the wishes, as a procedure of its own: what a source or the
/// card holds goes along with its proof, what the office looks up is said so, and the citizen is
/// asked only for what may be added. No items: there is nothing to send.
[[nodiscard]] Procedure supplement_of(const FollowedDossier& dossier, const WishRules& rules,
                                      const Known& known);

/// The sources that must be asked before anything is shown as needed.
[[nodiscard]] std::map<SourceId, std::vector<ConceptId>> supplement_queries(
    const FollowedDossier& dossier, const SourceRegister& sources, const CivilDate& day,
    const std::optional<Profile>& profile = {});

}  // namespace motlan
