#include "kiosk/link/queue_order.h"

#include <tuple>

namespace motlan {
namespace {

// The smallest goes first; of equals the oldest.
auto rank(const DossierRecord& record, const QueueView& view) {
    const DossierId& id = record.mark.dossier;
    const bool is_overdue = record.entered + kMostWait <= view.now;
    const bool is_whole = record.state == DossierState::Uploaded;
    return std::tuple(view.stumbled.contains(id), !view.wished.contains(id), !is_overdue,
                      is_overdue || is_whole ? std::int64_t{0} : size_of(record.mark.parts));
}

}  // namespace

std::optional<DossierRecord> next_of(const std::vector<DossierRecord>& waiting,
                                     const QueueView& view) {
    const DossierRecord* best = nullptr;
    for (const DossierRecord& record : waiting) {
        const DossierId& id = record.mark.dossier;
        if (view.tried.contains(id)) continue;
        if (record.parked && !view.wished.contains(id)) continue;
        if (best == nullptr || rank(record, view) < rank(*best, view)) best = &record;
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace motlan
