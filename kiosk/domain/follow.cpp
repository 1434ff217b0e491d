#include "kiosk/domain/follow.h"

#include <ranges>

namespace motlan {

std::optional<WallTime> due(const FollowedDossier& dossier) {
    for (const DossierEvent& event : std::views::reverse(dossier.events)) {
        if (event.due) return event.due;
    }
    return std::nullopt;
}

bool is_late(const FollowedDossier& dossier, WallTime now) {
    const DossierStatus status = dossier.latest().status;
    const bool runs = status == DossierStatus::Accepted || status == DossierStatus::InWork;
    const auto promised = due(dossier);
    return runs && promised && now > *promised;
}

}  // namespace motlan
