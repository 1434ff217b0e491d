// Once-only: for every item of a procedure, where its value comes from, and if it is asked,
// the one reason why. The rule the program exists for (architecture, section 5).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/core/personal.h"
#include "kiosk/domain/procedure.h"
#include "kiosk/domain/profile.h"

namespace motlan {

/// Why a citizen is asked at all. There is no way to ask without one.
enum class AskReason : std::uint8_t {
    DeclarationOfWill,  ///< only the citizen can know it
    NotPublished,       ///< no source has published it
    NotFound,           ///< the source looked and has nothing
    Incomplete,         ///< the source has a part of it
    SourceSilent,       ///< the source did not answer, and the law lets us ask
    SourceUnusable,     ///< its answer is forged, stale or contradicts itself; the law lets us ask
    Disputed,           ///< the citizen says that what the source holds is wrong
};
[[nodiscard]] std::string_view name(AskReason reason);

/// Where a value comes from (ux 5.2).
enum class Provenance : std::uint8_t {
    Source,
    CardQr,
    CardChip,
    Vneid,
    Relation,
    Citizen,
    Scan,
    Pending
};
[[nodiscard]] std::string_view name(Provenance provenance);
/// Where the values of a profile come from.
[[nodiscard]] Provenance provenance_of(ReadFrom read_from);
/// Whether the profile holds the value.
[[nodiscard]] bool is_from_profile(Provenance provenance);

/// What a source said about one concept.
enum class SourceVerdict : std::uint8_t {
    Held,
    NotFound,
    Incomplete,
    Silent,
    Forged,
    Stale,
    Contradictory,
};
[[nodiscard]] std::string_view name(SourceVerdict verdict);

struct SourceWord {
    SourceVerdict verdict = SourceVerdict::Silent;
    SourceId source;
    Personal<std::string> value;  ///< when held
    WallTime at{};
    std::string query;  ///< id of the query, travels with the dossier
};

/// What the sources said so far, by concept.
using SourceWords = std::map<ConceptId, SourceWord>;
/// What the citizen said so far.
using Answers = std::map<ItemId, Personal<std::string>>;
/// What the citizen says about a value that a source holds.
using Disputes = std::map<ItemId, Personal<std::string>>;
/// For each alternative a place in its list of ways.
using Ways = std::map<AlternativeId, std::size_t>;

struct PaperException;

/// Everything that a plan looks at in a visit. Borrowed: it must outlive the call only.
struct Known {
    const SourceWords& words;
    const std::optional<Profile>& profile;  ///< of whom it is about
    const Answers& answers;
    const Disputes& disputes;
    const Ways& wished;                       ///< the citizen's own choice among alternatives
    std::optional<Acting> acting = Acting{};  ///< for whom; empty: not chosen yet
    /// Papers that staff take in the place of a silent source; nullptr: none.
    const std::map<ItemId, PaperException>* exceptions = nullptr;
};

/// How one item is obtained. `ask` needs a reason; a held value is never asked.
struct Acquisition {
    ItemId item;
    Provenance from = Provenance::Pending;
    std::optional<AskReason> asked_because;  ///< set exactly when the citizen is asked
    std::optional<SourceId> source;          ///< the source that holds it or should

    [[nodiscard]] bool is_asked() const { return asked_because.has_value(); }
};

/// What is needed, in the procedure's order. What a condition rules out, and the ways of an
/// alternative that are not taken, are not in it.
struct AcquisitionPlan {
    std::vector<Acquisition> items;
    std::vector<ItemId> undecided;  ///< depends on what is not known yet
    Ways ways;                      ///< the way taken for each alternative that is needed

    [[nodiscard]] const Acquisition* find(const ItemId& id) const;
};

/// Before anything was queried: what published sources are expected to answer. For whom it is stays
/// open where nobody has chosen yet and the procedure leaves a choice.
[[nodiscard]] AcquisitionPlan expected_plan(const Procedure& procedure,
                                            const SourceRegister& sources, const CivilDate& day,
                                            std::optional<Acting> acting = {});

/// From everything that the visit knows. A concept without a word counts as silent when published.
/// Exact: no other choice among the alternatives asks less; and the same input gives the same plan.
[[nodiscard]] AcquisitionPlan plan(const Procedure& procedure, const SourceRegister& sources,
                                   const CivilDate& day, const Known& known);

/// What conditions and fees look at, once the plan is made.
[[nodiscard]] Facts facts_of(const Procedure& procedure, const AcquisitionPlan& plan,
                             const CivilDate& day, const Known& known);

/// About whom sources are asked: a person, unless it is a company, and for whom that is, unless it
/// is not chosen yet.
struct Subject {
    std::optional<Profile> profile = {};
    std::optional<Acting> acting = {};
};

/// The sources to ask and the concepts to ask each for: the least this procedure needs of this
/// subject.
[[nodiscard]] std::map<SourceId, std::vector<ConceptId>> needed_queries(
    const Procedure& procedure, const SourceRegister& sources, const CivilDate& day,
    const Subject& subject = {});

/// Whether the chip has proven this value, so that no source need be asked: what the State signed
/// and a new card is issued for when it changes. A home changes without one.
[[nodiscard]] bool is_proven(const ConceptId& concept_id, const Profile& profile);

/// The value that the card itself gives for a concept, for prefill, spelled as a source would
/// answer it (formats, section 4: a date is YYYY-MM-DD); empty when the card gives none.
[[nodiscard]] std::optional<Personal<std::string>> from_card(const ConceptId& concept_id,
                                                             const Profile& profile);
/// The same of somebody who may not be known: of nobody there is nothing.
[[nodiscard]] inline std::optional<Personal<std::string>> from_card(
    const ConceptId& concept_id, const std::optional<Profile>& profile) {
    return profile ? from_card(concept_id, *profile) : std::nullopt;
}

}  // namespace motlan
