#include "kiosk/domain/paper_exception.h"

namespace motlan {

std::string_view name(ExceptionReason reason) {
    switch (reason) {
        case ExceptionReason::Deadline: return "deadline";
        case ExceptionReason::NoOtherAccess: return "no_other_access";
        case ExceptionReason::LongOutage: return "long_outage";
    }
    return {};
}

bool is_outage(SourceVerdict verdict) {
    switch (verdict) {
        case SourceVerdict::Held:
        case SourceVerdict::NotFound:
        case SourceVerdict::Incomplete: return false;
        case SourceVerdict::Silent:
        case SourceVerdict::Forged:
        case SourceVerdict::Stale:
        case SourceVerdict::Contradictory: return true;
    }
    return false;
}

bool may_be_excepted(const Item& item, const Acquisition& acquisition) {
    return acquisition.from == Provenance::Pending && acquisition.source.has_value() &&
           std::holds_alternative<Paper>(item.otherwise) && item.fallback_law.has_value();
}

}  // namespace motlan
