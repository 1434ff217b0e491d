#include "kiosk/domain/acquisition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr auto kReasons =
    std::to_array<std::string_view>({"declaration_of_will", "not_published", "not_found",
                                     "incomplete", "source_silent", "disputed"});
static_assert(kReasons.size() == std::to_underlying(AskReason::Disputed) + 1);

constexpr auto kProvenances =
    std::to_array<std::string_view>({"source", "card.qr", "citizen", "scan", "pending"});
static_assert(kProvenances.size() == std::to_underlying(Provenance::Pending) + 1);

bool can_be_asked(const Item& item) {
    return !std::holds_alternative<OfficeLooksUp>(item.otherwise);
}

Provenance asked_from(const Item& item) {
    return std::holds_alternative<Paper>(item.otherwise) ? Provenance::Scan : Provenance::Citizen;
}

Acquisition ask(const Item& item, AskReason reason, std::optional<SourceId> source = {}) {
    return {item.id, asked_from(item), reason, std::move(source)};
}

Acquisition leave_to_office(const Item& item, std::optional<SourceId> source = {}) {
    return {item.id, Provenance::Pending, std::nullopt, std::move(source)};
}

/// Only the citizen knows it, or nobody has published it: the card may still hold it.
Acquisition without_source(const Item& item, const std::optional<Profile>& profile) {
    if (profile && from_card(item.concept_id, *profile)) {
        return {item.id, Provenance::CardQr, std::nullopt, std::nullopt};
    }
    if (!can_be_asked(item)) return leave_to_office(item);
    const bool own_will = item.concept_id.value().starts_with("will.");
    return ask(item, own_will ? AskReason::DeclarationOfWill : AskReason::NotPublished);
}

AskReason reason_for(SourceVerdict verdict) {
    switch (verdict) {
        case SourceVerdict::NotFound: return AskReason::NotFound;
        case SourceVerdict::Incomplete: return AskReason::Incomplete;
        case SourceVerdict::Held:
        case SourceVerdict::Silent:
        case SourceVerdict::Forged: break;
    }
    return AskReason::SourceSilent;
}

Acquisition from_source(const Item& item, const Source& source, const SourceWord& word,
                        const std::optional<Profile>& profile) {
    if (word.verdict == SourceVerdict::Held) {
        return {item.id, Provenance::Source, std::nullopt, source.id};
    }
    if (profile && from_card(item.concept_id, *profile)) {
        return {item.id, Provenance::CardQr, std::nullopt, source.id};
    }
    const AskReason reason = reason_for(word.verdict);
    // A source that is down must not become a demand: the office asks it again later (ux 5.5).
    const bool is_outage = reason == AskReason::SourceSilent;
    if (!can_be_asked(item) || (is_outage && item.may_be_pending)) {
        return leave_to_office(item, source.id);
    }
    return ask(item, reason, source.id);
}

}  // namespace

std::string_view name(AskReason reason) { return kReasons.at(std::to_underlying(reason)); }

std::string_view name(Provenance provenance) {
    return kProvenances.at(std::to_underlying(provenance));
}

const Acquisition* AcquisitionPlan::find(const ItemId& id) const {
    const auto found = std::ranges::find(items, id, &Acquisition::item);
    return found == items.end() ? nullptr : &*found;
}

AcquisitionPlan expected_plan(const Procedure& procedure, const SourceRegister& sources,
                              const CivilDate& day) {
    AcquisitionPlan expected;
    for (const Item& item : procedure.items) {
        const Source* source = sources.publisher_of(item.concept_id, day);
        expected.items.push_back(
            source == nullptr ? without_source(item, std::nullopt)
                              : Acquisition{item.id, Provenance::Source, std::nullopt, source->id});
    }
    return expected;
}

AcquisitionPlan plan(const Procedure& procedure, const SourceRegister& sources,
                     const CivilDate& day, const SourceWords& words,
                     const std::optional<Profile>& profile) {
    AcquisitionPlan made;
    for (const Item& item : procedure.items) {
        const Source* source = sources.publisher_of(item.concept_id, day);
        if (source == nullptr) {
            made.items.push_back(without_source(item, profile));
            continue;
        }
        const auto word = words.find(item.concept_id);
        made.items.push_back(
            from_source(item, *source, word == words.end() ? SourceWord{} : word->second, profile));
    }
    return made;
}

std::map<SourceId, std::vector<ConceptId>> needed_queries(const Procedure& procedure,
                                                          const SourceRegister& sources,
                                                          const CivilDate& day) {
    std::map<SourceId, std::vector<ConceptId>> queries;
    for (const Item& item : procedure.items) {
        const Source* source = sources.publisher_of(item.concept_id, day);
        if (source == nullptr) continue;
        auto& concepts = queries[source->id];
        if (!std::ranges::contains(concepts, item.concept_id)) concepts.push_back(item.concept_id);
    }
    return queries;
}

std::optional<Personal<std::string>> from_card(const ConceptId& concept_id,
                                               const Profile& profile) {
    const std::string& name = concept_id.value();
    if (name == "person.full_name") return profile.full_name;
    if (name == "person.birth_date") return Personal(profile.birth_date.reveal().to_iso());
    if (name == "person.number") return Personal(profile.number.reveal().digits());
    if (name == "person.sex" && profile.sex) {
        return Personal(std::string(*profile.sex == Sex::Male ? "Nam" : "Nữ"));
    }
    if (name == "person.residence") return profile.address;
    return std::nullopt;
}

}  // namespace motlan
