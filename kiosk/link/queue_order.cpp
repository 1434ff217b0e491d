#include "kiosk/link/queue_order.h"

#include <numeric>
#include <tuple>

namespace motlan {
namespace {

std::int64_t size_of(const DossierRecord& record) {
    const auto& parts = record.mark.parts;
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                           [](std::int64_t sum, const PartMark& part) { return sum + part.size; });
}

// The smallest goes first; of equals the oldest.
auto rank(const DossierRecord& record, const QueueView& view) {
    const DossierId& id = record.mark.dossier;
    const bool is_overdue = record.entered + kMostWait <= view.now;
    const bool is_whole = record.state == DossierState::Uploaded;
    return std::tuple(view.stumbled.contains(id), !view.wished.contains(id), !is_overdue,
                      is_overdue || is_whole ? std::int64_t{0} : size_of(record));
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
