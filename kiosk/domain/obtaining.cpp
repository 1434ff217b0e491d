#include "kiosk/domain/obtaining.h"

#include <utility>

namespace motlan {
namespace {

bool can_be_asked(const Item& item) {
    return !std::holds_alternative<OfficeLooksUp>(item.otherwise);
}

Acquisition ask(const Item& item, AskReason reason, std::optional<SourceId> source = {}) {
    const bool is_paper = std::holds_alternative<Paper>(item.otherwise);
    return {item.id, is_paper ? Provenance::Scan : Provenance::Citizen, reason, std::move(source)};
}

Acquisition take(const Item& item, Provenance from, std::optional<SourceId> source = {}) {
    return {item.id, from, std::nullopt, std::move(source)};
}

/// A value that is known. Data that is wrong may be supplemented where the law names that case
/// (Resolution 66.7/2025); the known value stays beside it.
Acquisition take_held(const Item& item, const Standing& standing, Provenance from,
                      std::optional<SourceId> source = {}) {
    if (standing.is_disputed && can_be_asked(item)) {
        return ask(item, AskReason::Disputed, std::move(source));
    }
    return take(item, from, std::move(source));
}

/// Only the citizen knows it, or nobody has published it: the card may still hold it.
Acquisition without_source(const Item& item, const Standing& standing) {
    if (standing.on_card) return take(item, *standing.on_card);
    if (!can_be_asked(item)) return take(item, Provenance::Pending);
    return ask(item, is_own_will(item.concept_id) ? AskReason::DeclarationOfWill
                                                  : AskReason::NotPublished);
}

AskReason reason_for(SourceVerdict verdict) {
    switch (verdict) {
        case SourceVerdict::NotFound: return AskReason::NotFound;
        case SourceVerdict::Incomplete: return AskReason::Incomplete;
        case SourceVerdict::Forged:
        case SourceVerdict::Stale:
        case SourceVerdict::Contradictory: return AskReason::SourceUnusable;
        case SourceVerdict::Held:
        case SourceVerdict::Silent: break;
    }
    return AskReason::SourceSilent;
}

}  // namespace

Acquisition obtain(const Item& item, const Standing& standing) {
    if (standing.is_proven) return take_held(item, standing, *standing.on_card);
    if (standing.source == nullptr) return without_source(item, standing);
    const SourceId& source = standing.source->id;
    if (standing.verdict == SourceVerdict::Held) {
        return take_held(item, standing, Provenance::Source, source);
    }
    if (standing.on_card) return take(item, *standing.on_card, source);
    const AskReason reason = reason_for(standing.verdict);
    const bool is_outage = reason == AskReason::SourceSilent || reason == AskReason::SourceUnusable;
    if (!can_be_asked(item) || (is_outage && item.may_be_pending && !standing.is_excepted)) {
        return take(item, Provenance::Pending, source);
    }
    return ask(item, reason, source);
}

}  // namespace motlan
