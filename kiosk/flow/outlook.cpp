#include "kiosk/flow/outlook.h"

#include <string>

namespace motlan {
namespace {

/// What conditions look at, and for each scanned paper its number of pages.
Facts facts_of(const Visit& visit, const Office& office) {
    const auto subject = subject_of(visit);
    Facts facts = facts_of(visit.procedure, visit.plan, office.today, known_of(visit, subject));
    for (const auto& [item, pages] : visit.papers) {
        facts.values.insert_or_assign(item, std::to_string(pages.size()));
    }
    return facts;
}

}  // namespace

FeeOutlook fee_outlook(const Visit& visit, const Office& office) {
    const Fee& fee = visit.procedure.fee;
    const Facts facts = facts_of(visit, office);
    const Exemption* exemption = exemption_of(fee, facts);
    return {.dong = sum_of(fee, facts),
            .exemption = exemption,
            .is_sure = exemption != nullptr ? exemption->basis.verified : fee.basis.verified};
}

std::optional<DueOutlook> due_outlook(const Procedure& procedure, const Office& office,
                                      WallTime now) {
    if (!procedure.term) return std::nullopt;
    const auto day = due_day(*procedure.term, now, office.holidays);
    if (!day) return std::nullopt;
    return DueOutlook{*day, procedure.term->basis.verified};
}

}  // namespace motlan
