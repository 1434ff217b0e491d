#include "kiosk/domain/acquisition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr auto kReasons =
    std::to_array<std::string_view>({"declaration_of_will", "not_published", "not_found",
                                     "incomplete", "source_silent", "source_unusable", "disputed"});
static_assert(kReasons.size() == std::to_underlying(AskReason::Disputed) + 1);

constexpr auto kProvenances = std::to_array<std::string_view>(
    {"source", "card.qr", "card.chip", "vneid", "relation", "citizen", "scan", "pending"});
static_assert(kProvenances.size() == std::to_underlying(Provenance::Pending) + 1);

constexpr auto kVerdicts = std::to_array<std::string_view>(
    {"held", "not_found", "incomplete", "silent", "forged", "stale", "contradictory"});
static_assert(kVerdicts.size() == std::to_underlying(SourceVerdict::Contradictory) + 1);

}  // namespace

std::string_view name(AskReason reason) { return kReasons.at(std::to_underlying(reason)); }

std::string_view name(Provenance provenance) {
    return kProvenances.at(std::to_underlying(provenance));
}

std::string_view name(SourceVerdict verdict) { return kVerdicts.at(std::to_underlying(verdict)); }

Provenance provenance_of(ReadFrom read_from) {
    switch (read_from) {
        case ReadFrom::CardQr: return Provenance::CardQr;
        case ReadFrom::CardChip: return Provenance::CardChip;
        case ReadFrom::Vneid: return Provenance::Vneid;
        case ReadFrom::Relation: return Provenance::Relation;
    }
    return Provenance::CardQr;
}

bool is_from_profile(Provenance provenance) {
    return provenance == Provenance::CardQr || provenance == Provenance::CardChip ||
           provenance == Provenance::Vneid || provenance == Provenance::Relation;
}

bool is_proven(const ConceptId& concept_id, const Profile& profile) {
    return profile.read_from == ReadFrom::CardChip && concept_id.value() != "person.residence" &&
           from_card(concept_id, profile).has_value();
}

const Acquisition* AcquisitionPlan::find(const ItemId& id) const {
    const auto found = std::ranges::find(items, id, &Acquisition::item);
    return found == items.end() ? nullptr : &*found;
}

std::optional<Personal<std::string>> from_card(const ConceptId& concept_id,
                                               const Profile& profile) {
    const std::string& name = concept_id.value();
    if (name == "person.full_name") return profile.full_name;
    if (name == "person.birth_date") return Personal(profile.birth_date.reveal().to_iso());
    if (name == "person.number") return Personal(profile.number.reveal().digits());
    if (name == "person.sex" && profile.sex) return Personal(std::string(word_of(*profile.sex)));
    const bool has_address = !profile.address.reveal().empty();
    if (name == "person.residence" && has_address) return profile.address;
    return std::nullopt;
}

}  // namespace motlan
