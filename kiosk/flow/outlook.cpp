#include "kiosk/flow/outlook.h"

#include <algorithm>
#include <string>

namespace motlan {
namespace {

/// What conditions look at, and for each scanned paper its number of pages.
Facts facts_of(const Visit& visit, const Office& office) {
    const std::optional<Profile> profile(visit.profile);
    Facts facts = facts_of(visit.procedure, visit.plan, office.today,
                           {visit.words, profile, visit.answers, visit.disputes, visit.wished});
    for (const auto& [item, pages] : visit.papers) {
        facts.values.insert_or_assign(item, std::to_string(pages.size()));
    }
    return facts;
}

}  // namespace

FeeOutlook fee_outlook(const Visit& visit, const Office& office) {
    const Fee& fee = visit.procedure.fee;
    const Facts facts = facts_of(visit, office);
    const auto applies = std::ranges::find_if(fee.exemptions, [&](const Exemption& exemption) {
        return evaluate(exemption.when, facts) == Truth::Yes;
    });
    const bool is_exempt = applies != fee.exemptions.end();
    return {.dong = sum_of(fee, facts),
            .exemption = is_exempt ? &*applies : nullptr,
            .is_sure = is_exempt ? applies->basis.verified : fee.basis.verified};
}

std::optional<DueOutlook> due_outlook(const Procedure& procedure, const Office& office,
                                      WallTime now) {
    if (!procedure.term) return std::nullopt;
    const auto day = due_day(*procedure.term, now, office.holidays);
    if (!day) return std::nullopt;
    return DueOutlook{*day, procedure.term->basis.verified};
}

}  // namespace motlan
