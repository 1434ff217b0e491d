// What has happened to a dossier, moment by moment, the newest first.
#pragma once

#include "kiosk/domain/follow.h"
#include "kiosk/ui/widgets/pieces.h"

namespace motlan {

void add_timeline(Ui& ui, Pieces& pieces, const FollowedDossier& dossier);

}  // namespace motlan
